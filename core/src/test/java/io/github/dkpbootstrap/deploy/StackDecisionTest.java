// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;

class StackDecisionTest {
    @ParameterizedTest
    @CsvSource({
        "REVIEW_IN_PROGRESS, CREATE_REVIEWED, DELETE_SHELL, CREATE, IMPORT",
        "CREATE_IN_PROGRESS, WAIT, WAIT, WAIT, WAIT",
        "CREATE_COMPLETE, UPDATE, DELETE, UPDATE, UPDATE",
        "CREATE_FAILED, RECREATE_IF_ASKED, DELETE, REFUSE, REFUSE",
        "ROLLBACK_IN_PROGRESS, WAIT, WAIT, WAIT, WAIT",
        "ROLLBACK_COMPLETE, RECREATE, DELETE, RECREATE, RECREATE",
        "ROLLBACK_FAILED, RECREATE_IF_ASKED, DELETE, REFUSE, REFUSE",
        "UPDATE_IN_PROGRESS, WAIT, WAIT, WAIT, WAIT",
        "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS, WAIT, WAIT, WAIT, WAIT",
        "UPDATE_COMPLETE, UPDATE, DELETE, UPDATE, UPDATE",
        "UPDATE_FAILED, ROLL_BACK, DELETE, REFUSE, REFUSE",
        "UPDATE_ROLLBACK_IN_PROGRESS, WAIT, WAIT, WAIT, WAIT",
        "UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS, WAIT, WAIT, WAIT, WAIT",
        "UPDATE_ROLLBACK_COMPLETE, UPDATE, DELETE, UPDATE, UPDATE",
        "UPDATE_ROLLBACK_FAILED, CONTINUE_ROLLBACK, DELETE, REFUSE, REFUSE",
        "DELETE_IN_PROGRESS, WAIT, WAIT, WAIT, WAIT",
        "DELETE_COMPLETE, CREATE, NOTHING, CREATE, IMPORT",
        "DELETE_FAILED, RECREATE_IF_ASKED, DELETE, REFUSE, REFUSE",
        "IMPORT_IN_PROGRESS, WAIT, WAIT, WAIT, WAIT",
        "IMPORT_COMPLETE, UPDATE, DELETE, UPDATE, UPDATE",
        "IMPORT_ROLLBACK_IN_PROGRESS, WAIT, WAIT, WAIT, WAIT",
        "IMPORT_ROLLBACK_COMPLETE, UPDATE, DELETE, UPDATE, UPDATE",
        "IMPORT_ROLLBACK_FAILED, REFUSE, DELETE, REFUSE, REFUSE",
        "ROTATE_IN_PROGRESS, WAIT, WAIT, WAIT, WAIT",
        "ROTATE_COMPLETE, UPDATE, DELETE, UPDATE, UPDATE",
        "ROTATE_FAILED, REFUSE, DELETE, REFUSE, REFUSE",
        "SOMETHING_NEW, REFUSE, DELETE, REFUSE, REFUSE"
    })
    void decidesByStatusAndGoal(
            String status, StackDecision deploy, StackDecision destroy, StackDecision plan, StackDecision adopt) {
        assertThat(StackDecision.of(StackGoal.DEPLOY, Optional.of(status))).isEqualTo(deploy);
        assertThat(StackDecision.of(StackGoal.DESTROY, Optional.of(status))).isEqualTo(destroy);
        assertThat(StackDecision.of(StackGoal.PLAN, Optional.of(status))).isEqualTo(plan);
        assertThat(StackDecision.of(StackGoal.ADOPT, Optional.of(status))).isEqualTo(adopt);
    }

    @Test
    void takesAStackThatIsNotThereForOneThatIsDeleted() {
        for (StackGoal goal : StackGoal.values()) {
            assertThat(StackDecision.of(goal, Optional.empty()))
                    .isEqualTo(StackDecision.of(goal, Optional.of("DELETE_COMPLETE")));
        }
    }

    @ParameterizedTest
    @EnumSource(value = StackStatus.class, mode = EnumSource.Mode.EXCLUDE, names = "UNKNOWN_TO_SDK_VERSION")
    void waitsForEveryOperationInFlightAndForNothingElse(StackStatus status) {
        boolean moving = status.toString().endsWith("_IN_PROGRESS") && status != StackStatus.REVIEW_IN_PROGRESS;

        assertThat(StackDecision.of(StackGoal.DEPLOY, Optional.of(status.toString())) == StackDecision.WAIT)
                .isEqualTo(moving);
    }
}
