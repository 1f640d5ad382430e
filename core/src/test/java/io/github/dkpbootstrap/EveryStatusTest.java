// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the verbs make of a stack in each status, while nothing else goes wrong. */
class EveryStatusTest {
    private static final String STACK = "dkp-bootstrapper";

    private final InProcessAccount account = new InProcessAccount();
    private final Bootstrapper bootstrapper = DkpBootstrap.using(account.clients);

    @AfterEach
    void close() {
        account.close();
    }

    private void reach(String status) {
        BootstrapSpec before =
                BootstrapSpec.builder().outputs(BootstrapSpec.Outputs.OMITTED).build();
        account.aws.stack(STACK).template(DkpBootstrap.template(before).body()).reach(status);
    }

    private static String ended(Object result, Throwable failure) {
        return failure == null ? String.valueOf(result) : failure.getClass().getSimpleName();
    }

    @ParameterizedTest
    @CsvSource({
        "REVIEW_IN_PROGRESS, CREATED",
        "CREATE_IN_PROGRESS, UPDATED",
        "CREATE_COMPLETE, UPDATED",
        "CREATE_FAILED, StackOperationException",
        "ROLLBACK_IN_PROGRESS, CREATED",
        "ROLLBACK_COMPLETE, CREATED",
        "ROLLBACK_FAILED, StackOperationException",
        "UPDATE_IN_PROGRESS, UPDATED",
        "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS, UPDATED",
        "UPDATE_COMPLETE, UPDATED",
        "UPDATE_FAILED, UPDATED",
        "UPDATE_ROLLBACK_IN_PROGRESS, UPDATED",
        "UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS, UPDATED",
        "UPDATE_ROLLBACK_COMPLETE, UPDATED",
        "UPDATE_ROLLBACK_FAILED, UPDATED",
        "DELETE_IN_PROGRESS, CREATED",
        "DELETE_COMPLETE, CREATED",
        "DELETE_FAILED, StackOperationException",
        "IMPORT_IN_PROGRESS, UPDATED",
        "IMPORT_COMPLETE, UPDATED",
        "IMPORT_ROLLBACK_IN_PROGRESS, ResourceNameTakenException",
        "IMPORT_ROLLBACK_COMPLETE, ResourceNameTakenException",
        "IMPORT_ROLLBACK_FAILED, StackOperationException"
    })
    void isDeployedFrom(String status, String expected) {
        reach(status);
        DkpDeployment[] result = new DkpDeployment[1];

        Throwable failure = catchThrowable(() -> result[0] = bootstrapper.deploy());

        assertThat(ended(result[0] == null ? null : result[0].outcome(), failure))
                .as("%s", failure)
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"CREATE_FAILED, CREATED", "ROLLBACK_FAILED, CREATED", "DELETE_FAILED, CREATED"})
    void isMadeAnewIfTheSpecSaysSoFrom(String status, String expected) {
        reach(status);
        DkpDeployment[] result = new DkpDeployment[1];

        Throwable failure =
                catchThrowable(() -> result[0] = bootstrapper.deploy(BootstrapSpec.Builder::recreateFailedStack));

        assertThat(ended(result[0] == null ? null : result[0].outcome(), failure))
                .as("%s", failure)
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "REVIEW_IN_PROGRESS, StackBusyException",
        "CREATE_IN_PROGRESS, DESTROYED",
        "CREATE_COMPLETE, DESTROYED",
        "CREATE_FAILED, DESTROYED",
        "ROLLBACK_IN_PROGRESS, DESTROYED",
        "ROLLBACK_COMPLETE, DESTROYED",
        "ROLLBACK_FAILED, DESTROYED",
        "UPDATE_IN_PROGRESS, DESTROYED",
        "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS, DESTROYED",
        "UPDATE_COMPLETE, DESTROYED",
        "UPDATE_FAILED, DESTROYED",
        "UPDATE_ROLLBACK_IN_PROGRESS, DESTROYED",
        "UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS, DESTROYED",
        "UPDATE_ROLLBACK_COMPLETE, DESTROYED",
        "UPDATE_ROLLBACK_FAILED, DESTROYED",
        "DELETE_IN_PROGRESS, DESTROYED",
        "DELETE_COMPLETE, ABSENT",
        "DELETE_FAILED, DESTROYED",
        "IMPORT_IN_PROGRESS, DESTROYED",
        "IMPORT_COMPLETE, DESTROYED",
        "IMPORT_ROLLBACK_IN_PROGRESS, StackOperationException",
        "IMPORT_ROLLBACK_COMPLETE, StackOperationException",
        "IMPORT_ROLLBACK_FAILED, StackOperationException"
    })
    void isDestroyedFrom(String status, String expected) {
        reach(status);
        DestroyOutcome[] result = new DestroyOutcome[1];

        Throwable failure = catchThrowable(() -> result[0] = bootstrapper.destroy());

        assertThat(ended(result[0], failure)).as("%s", failure).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "REVIEW_IN_PROGRESS, CREATE",
        "CREATE_IN_PROGRESS, UPDATE",
        "CREATE_COMPLETE, UPDATE",
        "CREATE_FAILED, StackOperationException",
        "ROLLBACK_IN_PROGRESS, RECREATE",
        "ROLLBACK_COMPLETE, RECREATE",
        "ROLLBACK_FAILED, StackOperationException",
        "UPDATE_IN_PROGRESS, UPDATE",
        "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS, UPDATE",
        "UPDATE_COMPLETE, UPDATE",
        "UPDATE_FAILED, StackOperationException",
        "UPDATE_ROLLBACK_IN_PROGRESS, UPDATE",
        "UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS, UPDATE",
        "UPDATE_ROLLBACK_COMPLETE, UPDATE",
        "UPDATE_ROLLBACK_FAILED, StackOperationException",
        "DELETE_IN_PROGRESS, CREATE",
        "DELETE_COMPLETE, CREATE",
        "DELETE_FAILED, StackOperationException",
        "IMPORT_IN_PROGRESS, UPDATE",
        "IMPORT_COMPLETE, UPDATE",
        "IMPORT_ROLLBACK_IN_PROGRESS, ResourceNameTakenException",
        "IMPORT_ROLLBACK_COMPLETE, ResourceNameTakenException",
        "IMPORT_ROLLBACK_FAILED, StackOperationException"
    })
    void isPlannedFrom(String status, String expected) {
        reach(status);
        DkpPlan[] result = new DkpPlan[1];

        Throwable failure = catchThrowable(() -> result[0] = bootstrapper.plan());

        assertThat(ended(result[0] == null ? null : result[0].kind(), failure))
                .as("%s", failure)
                .isEqualTo(expected);
        if (result[0] != null) {
            assertThat(result[0].text()).contains("dkp-bootstrapper");
            assertThat(result[0].execute().outputs().roleArn().toString()).endsWith("role/dkp-bootstrapper-role");
        }
    }
}
