// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dkpbootstrap.deploy.StackEvent;
import io.github.dkpbootstrap.deploy.StackListener;
import io.github.dkpbootstrap.deploy.StackOperation;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeployAsyncTest {
    private final LocalAccount account = new LocalAccount();
    private final Bootstrapper bootstrapper = DkpBootstrap.using(account.clients);

    @AfterEach
    void close() {
        account.close();
    }

    @Test
    void completesWithTheDeploymentAndWithTheDeletion() throws Exception {
        assertThat(bootstrapper.deployAsync().get(1, TimeUnit.MINUTES).outcome())
                .isEqualTo(DeploymentOutcome.CREATED);
        assertThat(bootstrapper.destroyAsync().get(1, TimeUnit.MINUTES)).isEqualTo(DestroyOutcome.DESTROYED);
    }

    @Test
    void failsWithTheLibrarysOwnExceptionAsTheCause() {
        CompletableFuture<DkpDeployment> future = bootstrapper.deployAsync(spec -> spec.accountId("999999999999"));

        assertThatThrownBy(future::join)
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOf(WrongAccountException.class);
        assertThatThrownBy(future::get)
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOf(WrongAccountException.class);
    }

    @Test
    void refusesAnInvalidSpecAtOnceAndWithoutAThread() {
        assertThatThrownBy(() -> bootstrapper.deployAsync(spec -> spec.stackName("no/name")))
                .isInstanceOf(InvalidBootstrapSpecException.class);
        assertThatThrownBy(() -> bootstrapper.deployAsync(spec -> spec.partition("aws-" + "a".repeat(2_048))))
                .isInstanceOf(InvalidBootstrapSpecException.class);
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().startsWith("dkp-deploy-"));
    }

    @Test
    void runsOnADaemonNamedAfterTheStackWithTheCallersClassLoaderThatEndsWithTheOperation() throws Exception {
        Map<Thread, ClassLoader> seen = new ConcurrentHashMap<>();
        StackListener listener =
                event -> seen.put(Thread.currentThread(), Thread.currentThread().getContextClassLoader());
        ClassLoader callers = new ClassLoader(getClass().getClassLoader()) {};
        ClassLoader before = Thread.currentThread().getContextClassLoader();

        Thread.currentThread().setContextClassLoader(callers);
        try {
            bootstrapper
                    .deployAsync(spec -> spec.stackName("mine").listener(listener))
                    .get(1, TimeUnit.MINUTES);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }

        assertThat(seen).hasSize(1).containsValue(callers);
        Thread thread = seen.keySet().iterator().next();
        assertThat(thread.getName()).isEqualTo("dkp-deploy-mine");
        assertThat(thread.isDaemon()).isTrue();
        assertEnds(thread);
    }

    @Test
    void followsNoLongerWhenItIsCancelled() throws Exception {
        Blocked blocked = new Blocked();
        AtomicReference<RuntimeException> told = new AtomicReference<>();

        CompletableFuture<DkpDeployment> future = blocked.bootstrapper()
                .deployAsync(spec -> spec.listener(new StackListener() {
                    @Override
                    public void onEvent(StackEvent event) {}

                    @Override
                    public void onAbandon(StackOperation operation, RuntimeException why) {
                        told.set(why);
                    }
                }));
        Thread thread = blocked.awaitSleeper();

        assertThat(future.cancel(true)).isTrue();
        assertThatThrownBy(future::join).isInstanceOf(CancellationException.class);
        assertEnds(thread);
        assertThat(told.get()).isInstanceOf(StackOperationInterruptedException.class);
        assertThat(bootstrapper.status().stackStatus()).contains("CREATE_IN_PROGRESS");
        assertThat(bootstrapper.deploy().outcome()).isEqualTo(DeploymentOutcome.CREATED);
    }

    @Test
    void cancelsTheUpdateWhereTheSpecSaysSo() throws Exception {
        bootstrapper.deploy();
        Blocked blocked = new Blocked();

        CompletableFuture<DkpDeployment> future = blocked.bootstrapper()
                .deployAsync(spec -> spec.putTags("team", "a").unfinishedUpdate(UnfinishedUpdate.CANCEL));
        Thread thread = blocked.awaitSleeper();
        future.cancel(true);
        assertEnds(thread);

        assertThat(bootstrapper.status().stackStatus()).contains("UPDATE_ROLLBACK_IN_PROGRESS");
    }

    @Test
    void letsTheOperationRunOnWhenItIsCancelledWithoutInterruption() throws Exception {
        Blocked blocked = new Blocked();
        CompletableFuture<DkpDeployment> future = blocked.bootstrapper().deployAsync();
        Thread thread = blocked.awaitSleeper();

        assertThat(future.cancel(false)).isTrue();
        assertThat(thread.isAlive()).isTrue();
        blocked.release();
        assertEnds(thread);

        assertThat(bootstrapper.status().stackStatus()).contains("CREATE_COMPLETE");
    }

    @Test
    void isNotCancelledAfterItsEnd() throws Exception {
        CompletableFuture<DkpDeployment> future = bootstrapper.deployAsync();
        future.get(1, TimeUnit.MINUTES);

        assertThat(future.cancel(true)).isFalse();
        assertThat(future).isCompleted();
    }

    private static void assertEnds(Thread thread) throws InterruptedException {
        thread.join(TimeUnit.MINUTES.toMillis(1));
        assertThat(thread.isAlive()).isFalse();
    }

    /** A way of waiting that never ends by itself, and tells who waits; once released, waiting moves the clock. */
    private final class Blocked {
        private final CountDownLatch sleeping = new CountDownLatch(1);
        private final CountDownLatch released = new CountDownLatch(1);
        private final AtomicReference<Thread> sleeper = new AtomicReference<>();

        Bootstrapper bootstrapper() {
            return DkpBootstrap.using(BootstrapClients.builder()
                    .from(account.clients)
                    .sleeper(duration -> {
                        sleeper.set(Thread.currentThread());
                        sleeping.countDown();
                        released.await();
                        account.clock.advance(duration);
                    })
                    .build());
        }

        Thread awaitSleeper() throws InterruptedException {
            assertThat(sleeping.await(1, TimeUnit.MINUTES)).isTrue();
            return Objects.requireNonNull(sleeper.get());
        }

        void release() {
            released.countDown();
        }
    }
}
