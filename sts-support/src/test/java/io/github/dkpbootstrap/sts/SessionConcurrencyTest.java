// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

import static io.github.dkpbootstrap.sts.SessionBench.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

@Timeout(value = 30, unit = TimeUnit.SECONDS)
class SessionConcurrencyTest {
    @Test
    void sixtyFourThreadsMakeOneCall() throws Exception {
        try (SessionBench bench = new SessionBench()) {
            FakeSts.Gate gate = bench.sts.hold();
            List<Future<String>> all = waiting(64, bench);
            gate.open();
            for (Future<String> one : all) {
                assertThat(one.get()).isEqualTo(key(1));
            }
            assertThat(bench.sts.calls()).isEqualTo(1);
        }
    }

    @Test
    void thirtyTwoThreadsShareAColdFailure() throws Exception {
        try (SessionBench bench = new SessionBench()) {
            bench.sts.fail("AccessDenied", "no");
            FakeSts.Gate gate = bench.sts.hold();
            List<Future<String>> all = waiting(32, bench);
            gate.open();
            List<Throwable> failures = new ArrayList<>();
            for (Future<String> one : all) {
                failures.add(failureOf(one));
            }
            assertThat(failures)
                    .hasOnlyElementsOfType(UnableToAssumeRoleException.class)
                    .doesNotHaveDuplicates();
            assertThat(bench.sts.calls()).isEqualTo(1);
        }
    }

    @Test
    void waitersAfterExpiryShareOneCall() throws Exception {
        try (SessionBench bench = new SessionBench()) {
            bench.resolve();
            bench.advance(Duration.ofHours(1));
            FakeSts.Gate gate = bench.sts.hold();
            List<Future<String>> all = waiting(16, bench);
            gate.open();
            for (Future<String> one : all) {
                assertThat(one.get()).isEqualTo(key(2));
            }
            assertThat(bench.sts.calls()).isEqualTo(2);
        }
    }

    @Test
    void resolveIdentityDoesNotBlock() {
        try (SessionBench bench = new SessionBench()) {
            FakeSts.Gate gate = bench.sts.hold();
            CompletableFuture<? extends AwsCredentialsIdentity> first = bench.resolveAsync();
            CompletableFuture<? extends AwsCredentialsIdentity> second = bench.resolveAsync();
            assertThat(first).isNotDone();
            assertThat(second).isNotDone();
            gate.open();
            assertThat(first.join().accessKeyId()).isEqualTo(key(1));
            assertThat(second.join().accessKeyId()).isEqualTo(key(1));
        }
    }

    @Test
    void resolveIdentityFailsItsFutureAndDoesNotThrow() {
        try (SessionBench bench = new SessionBench()) {
            bench.sts.fail("AccessDenied", "no");
            for (int i = 0; i < 2; i++) {
                CompletableFuture<? extends AwsCredentialsIdentity> future = bench.resolveAsync();
                assertThatThrownBy(future::get).hasCauseInstanceOf(UnableToAssumeRoleException.class);
            }
        }
    }

    @Test
    void cancellingOneCallersFutureLeavesTheOthers() {
        try (SessionBench bench = new SessionBench()) {
            FakeSts.Gate gate = bench.sts.hold();
            CompletableFuture<? extends AwsCredentialsIdentity> cancelled = bench.resolveAsync();
            CompletableFuture<? extends AwsCredentialsIdentity> other = bench.resolveAsync();
            cancelled.cancel(true);
            gate.open();
            assertThat(other.join().accessKeyId()).isEqualTo(key(1));
        }
    }

    @Test
    void whatRunsOnArrivalCanAskAgain() {
        try (SessionBench bench = new SessionBench()) {
            FakeSts.Gate gate = bench.sts.hold();
            CompletableFuture<String> chained = bench.resolveAsync().thenApply(first -> {
                bench.session.invalidate();
                return first.accessKeyId() + " " + bench.resolve();
            });
            gate.open();
            assertThat(chained.join()).isEqualTo(key(1) + " " + key(2));
        }
    }

    @Test
    void interruptedWaiterLeavesTheCallToTheOthers() throws Exception {
        try (SessionBench bench = new SessionBench()) {
            FakeSts.Gate gate = bench.sts.hold();
            CompletableFuture<? extends AwsCredentialsIdentity> other = bench.resolveAsync();
            FutureTask<String> task = new FutureTask<>(bench::resolve);
            Thread waiter = started(task);
            waiter.interrupt();
            assertThat(failureOf(task)).isInstanceOf(AbortedException.class);
            gate.open();
            assertThat(other.join().accessKeyId()).isEqualTo(key(1));
            assertThat(bench.sts.calls()).isEqualTo(1);
        }
    }

    /** Starts threads that ask, and returns once each of them waits. */
    private static List<Future<String>> waiting(int threads, SessionBench bench) {
        List<Future<String>> all = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            FutureTask<String> task = new FutureTask<>(bench::resolve);
            started(task);
            all.add(task);
        }
        return all;
    }

    private static Thread started(FutureTask<String> task) {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        thread.start();
        while (thread.getState() != Thread.State.WAITING && thread.isAlive()) {
            Thread.onSpinWait();
        }
        return thread;
    }

    private static Throwable failureOf(Future<String> future) throws InterruptedException {
        try {
            throw new AssertionError("gave " + future.get());
        } catch (ExecutionException e) {
            return Objects.requireNonNull(e.getCause());
        }
    }
}
