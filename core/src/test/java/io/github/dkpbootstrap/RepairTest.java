// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.dkpbootstrap.deploy.StackOperation;
import io.github.dkpbootstrap.testkit.LocalCall;
import io.github.dkpbootstrap.testkit.ResourceFault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a stack whose update failed, or whose rollback did. It is never deleted. */
class RepairTest {
    private static final String CONTINUE = "cloudformation:ContinueUpdateRollback";

    private final InProcessAccount account = new InProcessAccount();
    private final Bootstrapper bootstrapper = DkpBootstrap.using(account.clients);

    @AfterEach
    void close() {
        account.close();
    }

    private void reach(String status) {
        account.aws.stack(Templates.STACK).template(Templates.older()).reach(status);
    }

    private List<Map<String, String>> continuations() {
        return account.aws.calls().stream()
                .filter(call -> call.action().equals(CONTINUE))
                .map(LocalCall::parameters)
                .toList();
    }

    private void assertNothingDeleted() {
        assertThat(account.actions()).doesNotContain("cloudformation:DeleteStack");
    }

    private String roleId() {
        return account.clients
                .iam()
                .getRole(r -> r.roleName("dkp-bootstrapper-role"))
                .role()
                .roleId();
    }

    @Test
    void rollsAFailedUpdateBackBeforeItUpdates() {
        reach("UPDATE_FAILED");
        String role = roleId();

        assertThat(bootstrapper.deploy().outcome()).isEqualTo(DeploymentOutcome.UPDATED);

        assertThat(account.actions()).containsSubsequence("cloudformation:RollbackStack", "cloudformation:UpdateStack");
        assertThat(roleId()).isEqualTo(role);
        assertNothingDeleted();
    }

    @Test
    void continuesARollbackOnceAsItIsAndThenUpdates() {
        reach("UPDATE_ROLLBACK_FAILED");
        String role = roleId();

        assertThat(bootstrapper
                        .deploy(BootstrapSpec.Builder::skipStuckResources)
                        .outcome())
                .isEqualTo(DeploymentOutcome.UPDATED);

        assertThat(continuations()).singleElement().satisfies(RepairTest::assertSkipsNothing);
        assertThat(roleId()).isEqualTo(role);
        assertNothingDeleted();
    }

    @Test
    void continuesARollbackThatARollbackOfItsOwnHasLedTo() {
        reach("UPDATE_FAILED");
        account.aws.inject(ResourceFault.onAnyResource().whenRollingBack().fails("not yet"));

        assertThat(bootstrapper.deploy().outcome()).isEqualTo(DeploymentOutcome.UPDATED);

        assertThat(account.actions())
                .containsSubsequence("cloudformation:RollbackStack", CONTINUE, "cloudformation:UpdateStack");
        assertNothingDeleted();
    }

    @Test
    void explainsWhyTheRollbackFailedAgainBeforeWhyTheUpdateHad() {
        failingTwice();

        StackOperationException failure = catchThrowableOfType(StackOperationException.class, bootstrapper::deploy);

        assertThat(failure.operation()).isEqualTo(StackOperation.ROLLBACK);
        assertThat(failure.resource()).contains(Templates.ROLE);
        assertThat(failure.reason())
                .hasValueSatisfying(reason -> assertThat(reason).contains("stuck for good"));
        assertThat(failure)
                .hasMessageContaining("is UPDATE_ROLLBACK_FAILED, and is left as it is")
                .hasMessageContaining("stuck for good")
                .hasMessageContaining(
                        "call deploy() again, which continues the rollback; or let the spec say skipStuckResources()")
                .hasMessageContaining("It was rolled back because of " + Templates.POLICY + ": why the update failed")
                .hasMessageNotContaining("why the rollback failed first");
        assertThat(continuations()).hasSize(1);
        assertNothingDeleted();
    }

    @Test
    void refusesAPlanWithWhyTheRollbackFailedAndChangesNothing() {
        failingTwice();

        assertThatThrownBy(bootstrapper::plan)
                .isInstanceOf(StackOperationException.class)
                .hasMessageContaining(
                        "DKPBootstrapRole (AWS::IAM::Role) is UPDATE_FAILED: why the rollback failed first")
                .hasMessageContaining("It was rolled back because of " + Templates.POLICY + ": why the update failed");
        assertThat(continuations()).isEmpty();
    }

    @Test
    void skipsOnlyWhatFailedAndOnlyAfterThePlainTryWhenItIsToldTo() {
        failingTwice();

        assertThat(bootstrapper
                        .deploy(BootstrapSpec.Builder::skipStuckResources)
                        .outcome())
                .isEqualTo(DeploymentOutcome.UPDATED);

        assertThat(continuations()).hasSize(2);
        assertSkipsNothing(continuations().get(0));
        assertThat(continuations().get(1))
                .containsEntry("ResourcesToSkip.member.1", Templates.ROLE)
                .doesNotContainKey("ResourcesToSkip.member.2");
        assertNothingDeleted();
    }

    /** A stack whose policy failed to be updated and whose role cannot be rolled back. */
    private void failingTwice() {
        account.aws.stack(Templates.STACK).template(Templates.older()).reach("CREATE_COMPLETE");
        account.aws.inject(ResourceFault.on(Templates.POLICY).whenUpdating().fails("why the update failed"));
        account.aws.inject(ResourceFault.on(Templates.ROLE).whenRollingBack().fails("why the rollback failed first"));
        Templates.update(account.clients.cloudFormation(), Templates.withLongSessionsAndOtherPermission());
        account.clock.advance(Duration.ofMinutes(10));
        assertThat(bootstrapper.status().stackStatus()).contains("UPDATE_ROLLBACK_FAILED");
        account.aws.inject(ResourceFault.on(Templates.ROLE).whenRollingBack().fails("stuck for good"));
        account.aws.forgetCalls();
    }

    @Test
    void leavesAStackOfSomethingElseAlone() {
        account.aws.stack(Templates.STACK).reach("UPDATE_ROLLBACK_FAILED");

        assertThatThrownBy(bootstrapper::deploy)
                .isInstanceOf(StackOperationException.class)
                .hasMessageContaining("is no bootstrap stack");
        assertThat(continuations()).isEmpty();
    }

    @Test
    void repairsAStackWithTerminationProtectionForThatDeletesNothing() {
        reach("UPDATE_ROLLBACK_FAILED");
        account.clients
                .cloudFormation()
                .updateTerminationProtection(r -> r.stackName(Templates.STACK).enableTerminationProtection(true));

        assertThat(bootstrapper.deploy().outcome()).isEqualTo(DeploymentOutcome.UPDATED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CREATE_FAILED", "ROLLBACK_FAILED", "DELETE_FAILED"})
    void explainsAFailedStackAndLeavesItUnlessToldToRecreateIt(String status) {
        reach(status);
        String stackId = bootstrapper.status().stackId().orElseThrow();

        assertThatThrownBy(bootstrapper::deploy)
                .isInstanceOf(StackOperationException.class)
                .hasMessageContaining("is " + status + ", and is left as it is. ")
                .hasMessageContaining("recreateFailedStack()");
        assertNothingDeleted();

        DkpDeployment dkp = bootstrapper.deploy(BootstrapSpec.Builder::recreateFailedStack);
        assertThat(dkp.outcome()).isEqualTo(DeploymentOutcome.CREATED);
        assertThat(dkp.stackId()).isNotEqualTo(stackId);
        assertThat(dkp.earlierFailure()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"CREATE_FAILED", "ROLLBACK_COMPLETE", "ROLLBACK_FAILED", "DELETE_FAILED"})
    void respectsTerminationProtectionWhereverItWouldDelete(String status) {
        reach(status);
        account.clients
                .cloudFormation()
                .updateTerminationProtection(r -> r.stackName(Templates.STACK).enableTerminationProtection(true));

        assertThatThrownBy(() -> bootstrapper.deploy(BootstrapSpec.Builder::recreateFailedStack))
                .isInstanceOf(StackOperationException.class)
                .hasMessageContaining("has termination protection: switch it off");
        assertThatThrownBy(bootstrapper::destroy)
                .isInstanceOf(StackOperationException.class)
                .hasMessageContaining("has termination protection: switch it off");
        assertNothingDeleted();
        assertThat(bootstrapper.status().stackStatus()).contains(status);
    }

    @Test
    void recreatesOnceOnly() {
        reach("ROLLBACK_COMPLETE");
        account.aws.inject(ResourceFault.on(Templates.ROLE)
                .whenCreating()
                .fails("still broken")
                .always());

        assertThatThrownBy(bootstrapper::deploy)
                .isInstanceOf(StackOperationException.class)
                .hasMessageContaining("CREATE of stack")
                .hasMessageContaining("still broken");

        assertThat(account.actions())
                .filteredOn("cloudformation:DeleteStack"::equals)
                .hasSize(1);
        assertThat(account.actions())
                .filteredOn("cloudformation:CreateStack"::equals)
                .hasSize(1);
    }

    @Test
    void deletesNoStackInVainWhoseNamesAreTaken() {
        reach("ROLLBACK_COMPLETE");
        String stackId = bootstrapper.status().stackId().orElseThrow();
        new Foreigner(account.clients.iam()).createRole(Foreigner.ROLE);

        assertThatThrownBy(bootstrapper::deploy)
                .isInstanceOf(ResourceNameTakenException.class)
                .hasMessageContaining("adopt() takes it into the stack");

        assertNothingDeleted();
        assertThat(bootstrapper.status().stackId()).contains(stackId);
    }

    private static void assertSkipsNothing(Map<String, String> parameters) {
        assertThat(parameters.keySet()).noneMatch(name -> name.startsWith("ResourcesToSkip"));
    }
}
