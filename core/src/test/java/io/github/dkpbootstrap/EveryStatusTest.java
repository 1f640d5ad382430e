// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Supplier;
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

    /** Returns what a verb did, or the exception that it threw. */
    private static String ended(Supplier<Object> verb) {
        try {
            return String.valueOf(verb.get());
        } catch (RuntimeException e) {
            return e.getClass().getSimpleName();
        }
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
        assertThat(ended(() -> bootstrapper.deploy().outcome())).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"CREATE_FAILED, CREATED", "ROLLBACK_FAILED, CREATED", "DELETE_FAILED, CREATED"})
    void isMadeAnewIfTheSpecSaysSoFrom(String status, String expected) {
        reach(status);
        assertThat(ended(() -> bootstrapper
                        .deploy(BootstrapSpec.Builder::recreateFailedStack)
                        .outcome()))
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
        assertThat(ended(bootstrapper::destroy)).isEqualTo(expected);
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
        assertThat(ended(() -> executed(bootstrapper.plan()))).isEqualTo(expected);
    }

    private static DkpPlan.Kind executed(DkpPlan plan) {
        assertThat(plan.text()).contains("dkp-bootstrapper");
        assertThat(plan.execute().outputs().roleArn().toString()).endsWith("role/dkp-bootstrapper-role");
        return plan.kind();
    }
}
