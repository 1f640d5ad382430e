// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dkpbootstrap.testkit.ResourceFault;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.cloudformation.model.Capability;

/** An update that is followed no longer is cancelled where the spec says so and AWS allows it, and nowhere else. */
class CancelTest {
    private static final String GOES_ON = "AWS goes on with it: call again to follow it";
    private static final String CANCELLED = "The update was cancelled and AWS rolls it back: call again to follow that";

    private final InProcessAccount account = new InProcessAccount();
    private final Bootstrapper bootstrapper = DkpBootstrap.using(account.clients);

    @AfterEach
    void close() {
        account.close();
    }

    private static Consumer<BootstrapSpec.Builder> late(UnfinishedUpdate unfinished) {
        return spec -> spec.putTags("team", "a").unfinishedUpdate(unfinished).timeout(Duration.ofSeconds(10));
    }

    private static Consumer<BootstrapSpec.Builder> patient(UnfinishedUpdate unfinished) {
        return spec -> spec.putTags("team", "a").unfinishedUpdate(unfinished);
    }

    /** Returns a bootstrapper whose thread is interrupted the n-th time that it waits. */
    private Bootstrapper interruptedAt(int pause) {
        int[] pauses = {0};
        return DkpBootstrap.using(BootstrapClients.builder()
                .from(account.clients)
                .sleeper(duration -> {
                    if (++pauses[0] == pause) {
                        throw new InterruptedException();
                    }
                    account.clock.advance(duration);
                })
                .build());
    }

    private void assertNotCancelled() {
        assertThat(account.actions()).doesNotContain("cloudformation:CancelUpdateStack");
    }

    @Test
    void cancelsItsOwnUpdateAtItsDeadlineAndRollsItBack() {
        bootstrapper.deploy();

        assertThatThrownBy(() -> bootstrapper.deploy(late(UnfinishedUpdate.CANCEL)))
                .isInstanceOf(StackOperationTimedOutException.class)
                .hasMessageContaining("UPDATE of stack")
                .hasMessageContaining(CANCELLED);

        assertThat(bootstrapper.status().stackStatus()).contains("UPDATE_ROLLBACK_IN_PROGRESS");
        account.clock.advance(Duration.ofMinutes(10));
        assertThat(bootstrapper.status().stackStatus()).contains("UPDATE_ROLLBACK_COMPLETE");
    }

    @Test
    void leavesItsUpdateAloneAtItsDeadlineUnlessToldOtherwise() {
        bootstrapper.deploy();

        assertThatThrownBy(() -> bootstrapper.deploy(late(UnfinishedUpdate.LEAVE)))
                .isInstanceOf(StackOperationTimedOutException.class)
                .hasMessageContaining(GOES_ON);

        assertNotCancelled();
        assertThat(bootstrapper.deploy(patient(UnfinishedUpdate.LEAVE)).outcome())
                .isEqualTo(DeploymentOutcome.UPDATED);
    }

    @Test
    void cancelsItsOwnUpdateWhenItIsInterruptedWhileWaiting() {
        bootstrapper.deploy();

        assertThatThrownBy(() -> interruptedAt(3).deploy(patient(UnfinishedUpdate.CANCEL)))
                .isInstanceOf(StackOperationInterruptedException.class)
                .hasMessageContaining("Following UPDATE of stack")
                .hasMessageContaining(CANCELLED);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(bootstrapper.status().stackStatus()).contains("UPDATE_ROLLBACK_IN_PROGRESS");
    }

    @Test
    void cancelsItsOwnUpdateWhenItIsInterruptedInACall() {
        bootstrapper.deploy();
        ExecutionInterceptor interrupting = Before.call("UpdateStack", () -> {})
                .then("DescribeStackEvents", () -> Thread.currentThread().interrupt());

        assertThatThrownBy(() ->
                        DkpBootstrap.using(account.clients(interrupting)).deploy(patient(UnfinishedUpdate.CANCEL)))
                .isInstanceOf(StackOperationInterruptedException.class)
                .hasMessageContaining("Following UPDATE of stack")
                .hasMessageContaining(CANCELLED);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(bootstrapper.status().stackStatus()).contains("UPDATE_ROLLBACK_IN_PROGRESS");
    }

    @Test
    void leavesItsUpdateAloneWhenItIsInterruptedUnlessToldOtherwise() {
        bootstrapper.deploy();

        assertThatThrownBy(() -> interruptedAt(3).deploy(patient(UnfinishedUpdate.LEAVE)))
                .isInstanceOf(StackOperationInterruptedException.class)
                .hasMessageContaining(GOES_ON);

        assertThat(Thread.interrupted()).isTrue();
        assertNotCancelled();
    }

    @Test
    void cancelsNoUpdateThatIsCleaningUpAlready() {
        String own = OwnToken.of(account, BootstrapSpec.defaults());
        account.aws.stack(Templates.STACK).template(Templates.withOtherRole()).reach("CREATE_COMPLETE");
        account.aws.inject(ResourceFault.on(Templates.ROLE).whenDeleting().takes(Duration.ofHours(1)));
        account.clients
                .cloudFormation()
                .updateStack(r -> r.stackName(Templates.STACK)
                        .templateBody(Templates.current())
                        .capabilities(Capability.CAPABILITY_NAMED_IAM)
                        .clientRequestToken(own));

        assertThatThrownBy(() -> bootstrapper.deploy(spec -> spec.unfinishedUpdate(UnfinishedUpdate.CANCEL)))
                .isInstanceOf(StackOperationTimedOutException.class)
                .hasMessageContaining("UPDATE of stack")
                .hasMessageContaining(GOES_ON);

        assertThat(bootstrapper.status().stackStatus()).contains("UPDATE_COMPLETE_CLEANUP_IN_PROGRESS");
        assertNotCancelled();
    }

    @Test
    void cancelsNoCreation() {
        assertThatThrownBy(() -> bootstrapper.deploy(late(UnfinishedUpdate.CANCEL)))
                .isInstanceOf(StackOperationTimedOutException.class)
                .hasMessageContaining("CREATE of stack")
                .hasMessageContaining(GOES_ON);

        assertNotCancelled();
    }

    @Test
    void cancelsNoDeletion() {
        bootstrapper.deploy();
        account.aws.inject(ResourceFault.on(Templates.ROLE).whenDeleting().takes(Duration.ofMinutes(20)));

        assertThatThrownBy(() -> bootstrapper.destroy(late(UnfinishedUpdate.CANCEL)))
                .isInstanceOf(StackOperationTimedOutException.class)
                .hasMessageContaining("DELETE of stack")
                .hasMessageContaining(GOES_ON);

        assertNotCancelled();
    }

    @Test
    void cancelsNoUpdateOfSomebodyElse() {
        bootstrapper.deploy();
        Templates.update(account.clients.cloudFormation(), Templates.older());

        assertThatThrownBy(() -> bootstrapper.deploy(late(UnfinishedUpdate.CANCEL)))
                .isInstanceOf(StackBusyException.class)
                .hasMessageContaining("Somebody else's operation on stack");

        assertNotCancelled();
        assertThat(bootstrapper.status().stackStatus()).contains("UPDATE_IN_PROGRESS");
    }

    @Test
    void cancelsNoRollback() {
        bootstrapper.deploy();
        account.aws.inject(ResourceFault.on(Templates.ROLE).whenUpdating().fails("Internal error"));
        account.aws.inject(ResourceFault.onAnyResource().whenRollingBack().takes(Duration.ofHours(1)));

        assertThatThrownBy(() -> bootstrapper.deploy(patient(UnfinishedUpdate.CANCEL)))
                .isInstanceOf(StackOperationTimedOutException.class)
                .hasMessageContaining(GOES_ON);

        assertNotCancelled();
    }

    @Test
    void cancelsTheUpdateOfAnEarlierProcessOfItsOwn() {
        bootstrapper.deploy();
        assertThatThrownBy(() -> bootstrapper.deploy(late(UnfinishedUpdate.LEAVE)))
                .isInstanceOf(StackOperationTimedOutException.class);

        assertThatThrownBy(() -> bootstrapper.deploy(late(UnfinishedUpdate.CANCEL)))
                .isInstanceOf(StackOperationTimedOutException.class)
                .hasMessageContaining(CANCELLED);
        assertThat(bootstrapper.status().stackStatus()).contains("UPDATE_ROLLBACK_IN_PROGRESS");
    }

    @Test
    void saysThatAwsGoesOnWhereTheUpdateMayNotBeCancelled() {
        bootstrapper.deploy();
        BootstrapClients poor =
                account.clients(account.aws.createUser("poor", Allowed.allBut("cloudformation:CancelUpdateStack")));

        try (RecordedLog log = RecordedLog.open()) {
            assertThatThrownBy(() -> DkpBootstrap.using(poor).deploy(late(UnfinishedUpdate.CANCEL)))
                    .isInstanceOf(StackOperationTimedOutException.class)
                    .hasMessageContaining(GOES_ON);
            assertThat(log.warnings()).singleElement().asString().contains("could not be cancelled");
        }
    }
}
