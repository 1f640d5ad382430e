// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.dkpbootstrap.deploy.StackEvent;
import io.github.dkpbootstrap.deploy.StackListener;
import io.github.dkpbootstrap.deploy.StackOperation;
import io.github.dkpbootstrap.testkit.ResourceFault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A process that is started again follows its own operation, and takes no other for its own. */
class ResumeTest {
    private static final Consumer<BootstrapSpec.Builder> TAGGED = spec -> spec.putTags("team", "a");

    private final InProcessAccount account = new InProcessAccount();
    private final Bootstrapper restarted = DkpBootstrap.using(account.clients);

    @AfterEach
    void close() {
        account.close();
    }

    /** Runs a verb in a process that is stopped dead while it waits for the n-th time after an action. */
    private void stoppedAfter(String action, int pause, Function<Bootstrapper, Object> verb) {
        account.aws.forgetCalls();
        int[] pauses = {0};
        Bootstrapper stopped = DkpBootstrap.using(BootstrapClients.builder()
                .from(account.clients)
                .sleeper(duration -> {
                    boolean begun = account.actions().contains(action);
                    if (begun && ++pauses[0] == pause) {
                        throw new Stopped();
                    }
                    account.clock.advance(duration);
                })
                .build());
        assertThatThrownBy(() -> verb.apply(stopped)).isInstanceOf(Stopped.class);
        account.aws.forgetCalls();
    }

    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private void assertNothingBegun() {
        assertThat(account.actions())
                .doesNotContain(
                        "cloudformation:CreateStack",
                        "cloudformation:UpdateStack",
                        "cloudformation:CreateChangeSet",
                        "cloudformation:ExecuteChangeSet");
    }

    @Test
    void followsItsOwnCreation() {
        stoppedAfter("cloudformation:CreateStack", 4, Bootstrapper::deploy);
        assertThat(restarted.status().stackStatus()).contains("CREATE_IN_PROGRESS");
        List<StackEvent> events = new ArrayList<>();

        DkpDeployment dkp = restarted.deploy(spec -> spec.listener(events::add));

        assertThat(dkp.outcome()).isEqualTo(DeploymentOutcome.CREATED);
        assertNothingBegun();
        assertThat(events.get(0).status()).isEqualTo("CREATE_IN_PROGRESS");
        assertThat(events.get(events.size() - 1).status()).isEqualTo("CREATE_COMPLETE");
        assertThat(events).extracting(StackEvent::id).doesNotHaveDuplicates();
    }

    @Test
    void followsItsOwnCreationInAShell() {
        account.aws.stack(Templates.STACK).reach("REVIEW_IN_PROGRESS");
        stoppedAfter("cloudformation:ExecuteChangeSet", 4, Bootstrapper::deploy);
        assertThat(restarted.status().stackStatus()).contains("CREATE_IN_PROGRESS");

        assertThat(restarted.deploy().outcome()).isEqualTo(DeploymentOutcome.CREATED);
        assertNothingBegun();
    }

    @Test
    void followsItsOwnUpdateAndTellsOnlyOfThat() {
        restarted.deploy();
        stoppedAfter("cloudformation:UpdateStack", 4, bootstrapper -> bootstrapper.deploy(TAGGED));
        List<StackEvent> events = new ArrayList<>();

        DkpDeployment dkp = restarted.deploy(TAGGED.andThen(spec -> spec.listener(events::add)));

        assertThat(dkp.outcome()).isEqualTo(DeploymentOutcome.UPDATED);
        assertNothingBegun();
        assertThat(events.get(0).status()).isEqualTo("UPDATE_IN_PROGRESS");
        assertThat(events).extracting(StackEvent::status).doesNotContain("CREATE_COMPLETE");
    }

    @Test
    void followsItsOwnPlanThatIsBeingExecuted() {
        restarted.deploy();
        stoppedAfter(
                "cloudformation:ExecuteChangeSet",
                4,
                bootstrapper -> bootstrapper.plan(TAGGED).execute());
        assertThat(restarted.status().stackStatus()).contains("UPDATE_IN_PROGRESS");

        assertThat(restarted.deploy(TAGGED).outcome()).isEqualTo(DeploymentOutcome.UPDATED);
        assertNothingBegun();
    }

    @Test
    void followsItsOwnImportAndFinishesTheAdoption() {
        restarted.deploy();
        leaveResources();
        stoppedAfter("cloudformation:ExecuteChangeSet", 4, Bootstrapper::adopt);
        assertThat(restarted.status().stackStatus()).contains("IMPORT_IN_PROGRESS");

        assertThat(restarted.adopt().outcome()).isEqualTo(DeploymentOutcome.ADOPTED);
        assertThat(restarted.deploy().outcome()).isEqualTo(DeploymentOutcome.UNCHANGED);
    }

    @Test
    void bringsItsOwnImportToTheTemplateWhenItIsDeployed() {
        restarted.deploy();
        leaveResources();
        stoppedAfter("cloudformation:ExecuteChangeSet", 4, Bootstrapper::adopt);

        assertThat(restarted.deploy().outcome()).isEqualTo(DeploymentOutcome.UPDATED);
        assertThat(restarted.plan().kind()).isEqualTo(DkpPlan.Kind.NOTHING);
    }

    @Test
    void explainsItsOwnCreationThatFails() {
        account.aws.inject(ResourceFault.on(Templates.POLICY)
                .whenCreating()
                .fails("Cannot exceed quota for PoliciesPerAccount: 1500")
                .handlerErrorCode("ServiceLimitExceeded")
                .after(Duration.ofSeconds(60)));
        stoppedAfter("cloudformation:CreateStack", 4, Bootstrapper::deploy);

        StackOperationException failure = catchThrowableOfType(StackOperationException.class, restarted::deploy);

        assertThat(failure.operation()).isEqualTo(StackOperation.CREATE);
        assertThat(failure.resource()).contains(Templates.POLICY);
        assertThat(failure)
                .hasMessageContaining("CREATE of stack")
                .hasMessageContaining("ended as ROLLBACK_COMPLETE")
                .hasMessageContaining("Ask for a higher quota");
    }

    @Test
    void explainsItsOwnUpdateThatFailsAndNoneBefore() {
        restarted.deploy();
        account.aws.inject(ResourceFault.on(Templates.ROLE).whenUpdating().fails("the older failure"));
        assertThatThrownBy(() -> restarted.deploy(TAGGED)).hasMessageContaining("the older failure");
        account.aws.inject(ResourceFault.on(Templates.POLICY)
                .whenUpdating()
                .fails("the newer failure")
                .after(Duration.ofSeconds(60)));
        stoppedAfter("cloudformation:UpdateStack", 4, bootstrapper -> bootstrapper.deploy(TAGGED));

        assertThatThrownBy(() -> restarted.deploy(TAGGED))
                .isInstanceOf(StackOperationException.class)
                .hasMessageContaining("UPDATE of stack")
                .hasMessageContaining("the newer failure")
                .hasMessageNotContaining("the older failure");
    }

    @Test
    void decidesAnewAfterItsOwnRollback() {
        restarted.deploy();
        account.aws.inject(ResourceFault.on(Templates.ROLE).whenUpdating().fails("for once"));
        account.aws.inject(ResourceFault.onAnyResource().whenRollingBack().takes(Duration.ofSeconds(60)));
        stoppedAfter("cloudformation:UpdateStack", 10, bootstrapper -> bootstrapper.deploy(TAGGED));
        assertThat(restarted.status().stackStatus()).contains("UPDATE_ROLLBACK_IN_PROGRESS");

        assertThat(restarted.deploy(TAGGED).outcome()).isEqualTo(DeploymentOutcome.UPDATED);
        assertThat(account.actions()).contains("cloudformation:UpdateStack");
    }

    @Test
    void takesTheOperationOfAnotherSpecForForeign() {
        restarted.deploy();
        stoppedAfter("cloudformation:UpdateStack", 4, bootstrapper -> bootstrapper.deploy(TAGGED));
        List<StackOperation> told = new ArrayList<>();

        StackBusyException busy = catchThrowableOfType(
                StackBusyException.class,
                () -> restarted.deploy(
                        spec -> spec.timeout(Duration.ofSeconds(10)).listener(operations(told))));

        assertThat(busy)
                .hasMessageContaining("Somebody else's operation on stack")
                .hasMessageContaining("the spec allows")
                .hasMessageContaining("Call again when it has, or give the spec a longer timeout");
        assertThat(told).containsExactly(StackOperation.READ);
        assertNothingBegun();
    }

    @Test
    void waitsForTheOperationOfAnotherSpecAndThenDoesItsOwn() {
        restarted.deploy();
        stoppedAfter("cloudformation:UpdateStack", 4, bootstrapper -> bootstrapper.deploy(TAGGED));

        DkpDeployment dkp = restarted.deploy(spec -> spec.putTags("team", "b"));

        assertThat(dkp.outcome()).isEqualTo(DeploymentOutcome.UPDATED);
        assertThat(account.actions()).contains("cloudformation:UpdateStack");
    }

    @Test
    void takesAnOperationForForeignWhereItsEventsMayNotBeRead() {
        stoppedAfter("cloudformation:CreateStack", 4, Bootstrapper::deploy);
        BootstrapClients blind =
                account.clients(account.aws.createUser("blind", Allowed.allBut("cloudformation:DescribeStackEvents")));

        assertThat(DkpBootstrap.using(blind).deploy().outcome()).isEqualTo(DeploymentOutcome.UNCHANGED);
    }

    private void leaveResources() {
        account.clients
                .cloudFormation()
                .updateStack(r -> r.stackName(Templates.STACK)
                        .templateBody(Templates.retained())
                        .capabilitiesWithStrings("CAPABILITY_NAMED_IAM"));
        account.clock.advance(Duration.ofMinutes(5));
        restarted.destroy();
    }

    private static StackListener operations(List<StackOperation> told) {
        return new StackListener() {
            @Override
            public void onEvent(StackEvent event) {}

            @Override
            public void onStart(StackOperation operation, String stack) {
                told.add(operation);
            }
        };
    }
}
