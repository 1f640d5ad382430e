// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dkpbootstrap.testkit.CallFault;
import io.github.dkpbootstrap.testkit.LocalCall;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A single fault that passes, on each call that writes, leaves no trace. */
class RevertDriftFaultTest {
    private static final List<String> BY_OUR_CALLS = List.of(
            "cloudformation:DetectStackDrift",
            "cloudformation:CreateChangeSet",
            "cloudformation:DeleteChangeSet",
            "iam:DetachRolePolicy",
            "iam:DetachUserPolicy",
            "iam:DetachGroupPolicy",
            "iam:DeleteRolePolicy",
            "iam:RemoveRoleFromInstanceProfile",
            "iam:DeleteRolePermissionsBoundary",
            "iam:DeletePolicyVersion",
            "iam:CreatePolicyVersion",
            "iam:UpdateRole");
    private static final List<String> BY_CHANGE_SET =
            List.of("cloudformation:CreateChangeSet", "cloudformation:ExecuteChangeSet");

    private enum Fault {
        THROTTLED,
        LOST_BEFORE_ITS_EFFECT,
        LOST_AFTER_ITS_EFFECT,
        GARBAGE;

        CallFault call() {
            return switch (this) {
                case THROTTLED -> CallFault.throttled();
                case LOST_BEFORE_ITS_EFFECT -> CallFault.lostBeforeEffect();
                case LOST_AFTER_ITS_EFFECT -> CallFault.lostAfterEffect();
                case GARBAGE -> CallFault.garbage();
            };
        }
    }

    private final InProcessAccount account = new InProcessAccount();
    private final Bootstrapper bootstrapper = DkpBootstrap.using(account.clients);
    private final Foreigner foreigner = new Foreigner(account.clients.iam());

    @AfterEach
    void close() {
        account.close();
    }

    static Stream<Arguments> ourCalls() {
        return withFaults(BY_OUR_CALLS, Fault.LOST_AFTER_ITS_EFFECT, Fault.GARBAGE);
    }

    static Stream<Arguments> changeSetCalls() {
        return withFaults(BY_CHANGE_SET, Fault.values());
    }

    private static Stream<Arguments> withFaults(List<String> actions, Fault... faults) {
        return actions.stream().flatMap(action -> Stream.of(faults).map(fault -> Arguments.of(action, fault)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("ourCalls")
    void ofOurOwnCallsIsRepeated(String action, Fault fault) {
        bootstrapper.deploy();
        foreigner.meddle();
        for (int i = 0; i < 3; i++) {
            foreigner.editPolicy(Foreigner.READ_ALL);
        }
        account.clients
                .iam()
                .updateRole(r -> r.roleName(Foreigner.ROLE).description("mine").maxSessionDuration(7200));
        account.aws.inject(fault.call().on(action));

        DriftReversion reversion = bootstrapper.revertDrift(spec -> spec.foreignAccess(ForeignAccess.REMOVE));

        assertThat(metFaults()).containsOnly(action);
        assertThat(reversion.warnings()).isEmpty();
        assertThat(reversion.remaining()).isEmpty();
        assertThat(reversion.removed()).hasSize(7);
        assertThat(reversion.reverted()).hasSize(3);
        assertThat(bootstrapper.drift().isInSync()).isTrue();
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("changeSetCalls")
    void ofTheChangeSetIsRepeated(String action, Fault fault) {
        bootstrapper.deploy();
        foreigner.editTrust(Foreigner.TRUST);
        foreigner.detachPolicy();
        account.aws.inject(fault.call().on(action));

        DriftReversion reversion = bootstrapper.revertDrift();

        assertThat(metFaults()).containsOnly(action);
        assertThat(reversion.reverted()).hasSize(2);
        assertThat(reversion.isInSync()).isTrue();
        assertThat(bootstrapper.status().stackStatus()).contains("UPDATE_COMPLETE");
        assertThat(bootstrapper.drift().isInSync()).isTrue();
    }

    @Test
    void ofTheRoleThatComesBackIntoItsProfileIsRepeated() {
        bootstrapper.deploy();
        foreigner.attachToOthers(); // keeps CloudFormation from doing it
        foreigner.detachPolicy();
        foreigner.swapRoleInProfile("third");
        foreigner.editTrust(Foreigner.TRUST);
        for (String action : List.of("AddRoleToInstanceProfile", "AttachRolePolicy", "UpdateAssumeRolePolicy")) {
            account.aws.inject(CallFault.lostAfterEffect().on("iam:" + action));
        }

        DriftReversion reversion = bootstrapper.revertDrift();

        assertThat(metFaults())
                .containsExactlyInAnyOrder(
                        "iam:AddRoleToInstanceProfile", "iam:AttachRolePolicy", "iam:UpdateAssumeRolePolicy");
        assertThat(reversion.reverted()).hasSize(4);
        assertThat(reversion.remaining())
                .hasSize(3)
                .allMatch(finding -> finding.remedy() == DriftFinding.Remedy.REMOVE_FOREIGN_ACCESS);
    }

    private List<String> metFaults() {
        return account.aws.calls().stream()
                .filter(call -> call.fault().isPresent())
                .map(LocalCall::action)
                .toList();
    }
}
