// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dkpbootstrap.testkit.CallFault;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetSummary;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;

/** A plan is executed as it was shown or not at all, and leaves nothing behind. */
class PlanExecutionTest {
    private final InProcessAccount account = new InProcessAccount();
    private final Bootstrapper bootstrapper = DkpBootstrap.using(account.clients);
    private final CloudFormationClient cloudFormation = account.clients.cloudFormation();

    @AfterEach
    void close() {
        account.close();
    }

    private void deployed(String template) {
        account.aws.stack(Templates.STACK).template(template).reach("CREATE_COMPLETE");
    }

    private List<String> changeSets() {
        return cloudFormation.listChangeSets(r -> r.stackName(Templates.STACK)).summaries().stream()
                .map(ChangeSetSummary::changeSetName)
                .toList();
    }

    @Test
    void makesTheStackByTheVeryChangeSetThatWasShown() {
        DkpPlan plan = bootstrapper.plan();
        account.aws.forgetCalls();

        DkpDeployment dkp = plan.execute();
        plan.close();

        assertThat(dkp.outcome()).isEqualTo(DeploymentOutcome.CREATED);
        assertThat(dkp.outputs().roleArn().toString()).endsWith(":role/dkp-bootstrapper-role");
        assertThat(account.aws.calls())
                .filteredOn(call -> call.action().equals("cloudformation:ExecuteChangeSet"))
                .singleElement()
                .satisfies(call -> assertThat(call.parameters().get("ChangeSetName"))
                        .isEqualTo(plan.changeSetId().orElseThrow()));
        assertThat(account.actions()).doesNotContain("cloudformation:CreateStack", "cloudformation:CreateChangeSet");
    }

    @Test
    void updatesTheStackByTheVeryChangeSetThatWasShown() {
        deployed(Templates.older());

        try (DkpPlan plan = bootstrapper.plan()) {
            assertThat(plan.execute().outcome()).isEqualTo(DeploymentOutcome.UPDATED);
        }

        assertThat(account.actions()).doesNotContain("cloudformation:UpdateStack");
        assertThat(bootstrapper.plan().kind()).isEqualTo(DkpPlan.Kind.NOTHING);
    }

    @Test
    void findsAStackUnchangedWhenNothingWasToBeDone() {
        DkpDeployment dkp = bootstrapper.deploy();
        account.aws.forgetCalls();

        DkpDeployment again = bootstrapper.plan().execute();

        assertThat(again.outcome()).isEqualTo(DeploymentOutcome.UNCHANGED);
        assertThat(again.outputs()).isEqualTo(dkp.outputs());
        assertThat(account.actions()).allMatch(action -> action.matches("[a-z]+:(Describe|List|Get).*"));
    }

    @Test
    void isExecutedOnceEvenIfTheAnswerIsLost() {
        deployed(Templates.older());
        DkpPlan plan = bootstrapper.plan();
        account.aws.inject(CallFault.lostAfterEffect().on("cloudformation:ExecuteChangeSet"));

        assertThat(plan.execute().outcome()).isEqualTo(DeploymentOutcome.UPDATED);
    }

    @Test
    void isExecutedOrClosedOnceOnly() {
        DkpPlan executed = bootstrapper.plan();
        executed.execute();
        assertThatThrownBy(executed::execute)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("was executed or closed already");

        DkpPlan closed = bootstrapper.plan();
        closed.close();
        closed.close();
        assertThatThrownBy(closed::execute).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void isRefusedAfterTheStackHasChangedAndThrownAway() {
        deployed(Templates.older());
        DkpPlan plan = bootstrapper.plan();
        Templates.update(cloudFormation, Templates.withLongSessions());
        account.clock.advance(Duration.ofMinutes(5));

        assertThatThrownBy(plan::execute)
                .isInstanceOf(PlanOutdatedException.class)
                .hasMessageStartingWith("The plan for stack dkp-bootstrapper cannot be executed as it was shown: ")
                .hasMessageEndingWith("OBSOLETE]. Make a new plan");

        assertThat(changeSets()).isEmpty();
        assertThat(bootstrapper.plan().changes())
                .extracting(PlannedChange::logicalId)
                .containsExactly(Templates.ROLE);
    }

    @Test
    void isRefusedWhileSomebodyElseChangesTheStack() {
        deployed(Templates.older());
        DkpPlan plan = bootstrapper.plan();
        Templates.update(cloudFormation, Templates.withLongSessions());

        assertThatThrownBy(plan::execute).isInstanceOf(PlanOutdatedException.class);
    }

    @Test
    void isRefusedAfterItsChangeSetWasDeleted() {
        deployed(Templates.older());
        DkpPlan plan = bootstrapper.plan();
        cloudFormation.deleteChangeSet(r -> r.changeSetName(plan.changeSetId().orElseThrow()));

        assertThatThrownBy(plan::execute)
                .isInstanceOf(PlanOutdatedException.class)
                .hasMessageContaining("does not exist. Make a new plan");
    }

    @Test
    void isRefusedAfterTheStackIsGoneEvenIfThereIsAnotherOfItsName() {
        deployed(Templates.older());
        DkpPlan plan = bootstrapper.plan();
        bootstrapper.destroy();
        String other = bootstrapper.deploy().stackId();

        assertThatThrownBy(plan::execute).isInstanceOf(PlanOutdatedException.class);
        assertThat(bootstrapper.status().stackId()).contains(other);
        assertThat(bootstrapper.status().stackStatus()).contains("CREATE_COMPLETE");
    }

    @Test
    void isRefusedWhereNothingWasToBeDoneAndNowIs() {
        bootstrapper.deploy();
        Templates.update(cloudFormation, Templates.withLongSessions());
        account.clock.advance(Duration.ofMinutes(5));
        bootstrapper.deploy();
        DkpPlan plan = bootstrapper.plan();
        Templates.update(cloudFormation, Templates.older());
        account.clock.advance(Duration.ofMinutes(5));
        assertThat(bootstrapper.status().stackStatus()).isEqualTo(plan.stackStatus());

        assertThatThrownBy(plan::execute)
                .isInstanceOf(PlanOutdatedException.class)
                .hasMessageContaining("the stack was changed meanwhile, or is another");
    }

    @Test
    void isRefusedForAStackToBeMadeAnewThatIsAnother() {
        account.aws.stack(Templates.STACK).template(Templates.current()).reach("ROLLBACK_COMPLETE");
        DkpPlan plan = bootstrapper.plan();
        String other = bootstrapper.deploy().stackId();

        assertThatThrownBy(plan::execute).isInstanceOf(PlanOutdatedException.class);
        assertThat(bootstrapper.status().stackId()).contains(other);
    }

    @Test
    void takesItsChangeSetAndTheShellWithItWhenItIsClosed() {
        bootstrapper.plan().close();
        assertThat(bootstrapper.status().exists()).isFalse();

        deployed(Templates.older());
        bootstrapper.plan().close();
        assertThat(changeSets()).isEmpty();
        assertThat(bootstrapper.status().stackStatus()).contains("CREATE_COMPLETE");
    }

    @Test
    void leavesAShellInWhichSomebodyElseHasMadeAChangeSet() {
        DkpPlan plan = bootstrapper.plan();
        foreignChangeSet();

        plan.close();

        assertThat(changeSets()).containsExactly("theirs");
        assertThat(bootstrapper.status().stackStatus()).contains("REVIEW_IN_PROGRESS");
    }

    @Test
    void leavesAShellThatWasThereBefore() {
        foreignChangeSet();
        bootstrapper.plan().close();
        cloudFormation.deleteChangeSet(r -> r.stackName(Templates.STACK).changeSetName("theirs"));
        bootstrapper.plan().close();

        assertThat(bootstrapper.status().stackStatus()).contains("REVIEW_IN_PROGRESS");
    }

    @Test
    void isClosedWithoutAnExceptionWhereItCannotBeThrownAway() {
        DkpPlan denied = bootstrapper.plan();
        account.aws.inject(CallFault.refused("AccessDenied", 403, "no").on("cloudformation:DeleteChangeSet"));
        denied.close();
        assertThat(changeSets()).hasSize(1);

        DkpPlan offline = bootstrapper.plan();
        account.aws.inject(CallFault.unavailable().always());
        offline.close();
        account.aws.clearFaults();
        assertThat(changeSets()).hasSize(2);
    }

    private void foreignChangeSet() {
        cloudFormation.createChangeSet(r -> r.stackName(Templates.STACK)
                .changeSetName("theirs")
                .changeSetType(ChangeSetType.CREATE)
                .templateBody(Templates.current())
                .capabilities(Capability.CAPABILITY_NAMED_IAM));
    }
}
