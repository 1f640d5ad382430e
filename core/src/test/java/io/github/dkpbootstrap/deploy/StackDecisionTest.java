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
        "CREATE_COMPLETE, UPDATE, DELETE",
        "UPDATE_COMPLETE, UPDATE, DELETE",
        "IMPORT_COMPLETE, UPDATE, DELETE",
        "UPDATE_ROLLBACK_COMPLETE, UPDATE, DELETE",
        "IMPORT_ROLLBACK_COMPLETE, UPDATE, DELETE",
        "ROLLBACK_COMPLETE, RECREATE, DELETE",
        "CREATE_FAILED, REFUSE, DELETE",
        "ROLLBACK_FAILED, REFUSE, DELETE",
        "UPDATE_FAILED, REFUSE, DELETE",
        "UPDATE_ROLLBACK_FAILED, REFUSE, DELETE",
        "IMPORT_ROLLBACK_FAILED, REFUSE, DELETE",
        "DELETE_FAILED, REFUSE, DELETE",
        "REVIEW_IN_PROGRESS, REFUSE, DELETE",
        "CREATE_IN_PROGRESS, WAIT, WAIT",
        "ROLLBACK_IN_PROGRESS, WAIT, WAIT",
        "UPDATE_IN_PROGRESS, WAIT, WAIT",
        "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS, WAIT, WAIT",
        "UPDATE_ROLLBACK_IN_PROGRESS, WAIT, WAIT",
        "UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS, WAIT, WAIT",
        "DELETE_IN_PROGRESS, WAIT, WAIT",
        "IMPORT_IN_PROGRESS, WAIT, WAIT",
        "IMPORT_ROLLBACK_IN_PROGRESS, WAIT, WAIT",
        "DELETE_COMPLETE, CREATE, NOTHING",
        "ROTATE_IN_PROGRESS, WAIT, WAIT",
        "SOMETHING_NEW, REFUSE, DELETE"
    })
    void decidesByStatus(String status, StackDecision toDeploy, StackDecision toDestroy) {
        assertThat(StackDecision.toDeploy(Optional.of(status))).isEqualTo(toDeploy);
        assertThat(StackDecision.toDestroy(Optional.of(status))).isEqualTo(toDestroy);
    }

    @Test
    void createsWhereThereIsNoStackAndHasNothingToDestroyThere() {
        assertThat(StackDecision.toDeploy(Optional.empty())).isEqualTo(StackDecision.CREATE);
        assertThat(StackDecision.toDestroy(Optional.empty())).isEqualTo(StackDecision.NOTHING);
    }

    @ParameterizedTest
    @EnumSource(value = StackStatus.class, mode = EnumSource.Mode.EXCLUDE, names = "UNKNOWN_TO_SDK_VERSION")
    void waitsForEveryOperationInFlightAndForNothingElse(StackStatus status) {
        boolean moving = status.toString().endsWith("_IN_PROGRESS") && status != StackStatus.REVIEW_IN_PROGRESS;

        assertThat(StackDecision.toDeploy(Optional.of(status.toString())) == StackDecision.WAIT)
                .isEqualTo(moving);
    }
}
