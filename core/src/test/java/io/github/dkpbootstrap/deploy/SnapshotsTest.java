// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cloudformation.model.HookFailureMode;
import software.amazon.awssdk.services.cloudformation.model.OperationEvent;

/** What becomes of the hooks in CloudFormation's events. */
class SnapshotsTest {
    private static final String HOOK = "Corp::Iam::Boundary";

    @ParameterizedTest
    @ValueSource(strings = {"HOOK_COMPLETE_FAILED", "HOOK_FAILED"})
    void aHookThatRefusesAResourceIsTheCauseWithItsReason(String status) {
        StackEvent event = Snapshots.event(
                hook(HookFailureMode.FAIL, "AWS::IAM::Role").hookStatus(status).build());

        Diagnosis diagnosis = Diagnosis.of(List.of(event));

        assertThat(diagnosis.isExact()).isTrue();
        assertThat(diagnosis.resource()).contains("DKPBootstrapRole");
        assertThat(diagnosis.reason()).contains("Roles need a boundary");
        assertThat(diagnosis.explain()).contains("DKPBootstrapRole (" + HOOK + ") is " + status);
    }

    @Test
    void aHookThatRefusesTheWholeStackIsOneToo() {
        StackEvent event = Snapshots.event(hook(HookFailureMode.FAIL, "AWS::CloudFormation::Stack")
                .hookStatus("HOOK_COMPLETE_FAILED")
                .build());

        assertThat(Diagnosis.of(List.of(event)).reason()).contains("Roles need a boundary");
        assertThat(Diagnosis.of(List.of(event)).isExact()).isTrue();
    }

    @Test
    void aHookThatOnlyWarnsIsNot() {
        StackEvent event = Snapshots.event(hook(HookFailureMode.WARN, "AWS::IAM::Role")
                .hookStatus("HOOK_COMPLETE_FAILED")
                .build());

        assertThat(event.failed()).isFalse();
        assertThat(Diagnosis.of(List.of(event)).rootCause()).isEmpty();
    }

    @Test
    void theStacksEventsTellOfHooksInTheSameWay() {
        StackEvent event = Snapshots.event(software.amazon.awssdk.services.cloudformation.model.StackEvent.builder()
                .logicalResourceId("DKPBootstrapRole")
                .resourceType("AWS::IAM::Role")
                .resourceStatus("CREATE_IN_PROGRESS")
                .hookType(HOOK)
                .hookStatus("HOOK_COMPLETE_FAILED")
                .hookFailureMode(HookFailureMode.FAIL)
                .hookStatusReason("Roles need a boundary")
                .build());

        assertThat(event.resourceType()).isEqualTo(HOOK);
        assertThat(event.failed()).isTrue();
        assertThat(event.reason()).contains("Roles need a boundary");
    }

    private static OperationEvent.Builder hook(HookFailureMode mode, String resourceType) {
        return OperationEvent.builder()
                .eventId("1")
                .logicalResourceId("DKPBootstrapRole")
                .resourceType(resourceType)
                .hookType(HOOK)
                .hookFailureMode(mode)
                .hookStatusReason("Roles need a boundary");
    }
}
