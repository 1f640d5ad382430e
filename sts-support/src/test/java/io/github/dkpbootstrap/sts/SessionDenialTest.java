// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

import static io.github.dkpbootstrap.sts.SessionBench.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.event.Level;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** Denials: those of a role that is new, and those that stay. */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class SessionDenialTest {
    private final List<Long> pauses = new ArrayList<>();

    @Test
    void aNewRoleIsWaitedForWithGrowingPauses() {
        try (SessionBench bench = bench(Duration.ofMinutes(1), pause -> {}, (sts, n) -> {
            if (n == 6) {
                sts.recover();
            }
        })) {
            bench.sts.fail("AccessDenied", "not authorized");
            assertThat(bench.resolve()).isEqualTo(key(7));
            assertThat(pauses).containsExactly(1_000L, 2_000L, 4_000L, 8_000L, 8_000L, 8_000L);
            assertThat(bench.log.at(Level.WARN)).isEmpty();
        }
    }

    @Test
    void theBudgetIsUsedToItsEndAndTheDenialThenCalledPermanent() {
        try (SessionBench bench = bench(Duration.ofSeconds(20))) {
            bench.sts.fail("AccessDenied", "not authorized");
            UnableToAssumeRoleException e = denied(bench);
            assertThat(pauses).containsExactly(1_000L, 2_000L, 4_000L, 8_000L, 5_000L);
            assertThat(bench.sts.calls()).isEqualTo(6);
            assertThat(e.denial()).isEqualTo(Denial.PERMANENT);
            assertThat(e)
                    .hasMessageContainingAll(
                            "denied this for 20 s",
                            "since 2026-11-24T10:00:00Z",
                            "longer than IAM takes: this is no delay of propagation",
                            "Likely causes")
                    .hasMessageNotContaining("the role is new");
        }
    }

    @Test
    void theBudgetCountsFromWhenTheSessionWasOpened() {
        try (SessionBench bench = bench(Duration.ofSeconds(20))) {
            bench.sts.fail("AccessDenied", "not authorized");
            bench.advance(Duration.ofSeconds(15));
            assertThat(denied(bench)).hasMessageContaining("denied this for 5 s");
            bench.advance(Duration.ofSeconds(8));
            assertThat(denied(bench)).hasMessageContaining("denied this for 13 s");
            assertThat(pauses).containsExactly(1_000L, 2_000L, 2_000L);
        }
    }

    @Test
    void aFirstDenialAfterTheBudgetSaysHowOldTheSessionIs() {
        try (SessionBench bench = bench(Duration.ofSeconds(20))) {
            bench.sts.fail("AccessDenied", "not authorized");
            bench.advance(Duration.ofMinutes(5));
            UnableToAssumeRoleException e = denied(bench);
            assertThat(e).hasMessageContainingAll("opened 300 s ago", "no delay of propagation");
            assertThat(e.denial()).isEqualTo(Denial.PERMANENT);
            assertThat(pauses).isEmpty();
        }
    }

    @Test
    void withoutABudgetADenialIsAnErrorAtOnceThatSaysHowLongANewRoleTakes() {
        try (SessionBench bench = new SessionBench()) {
            bench.sts.fail("AccessDenied", "not authorized");
            UnableToAssumeRoleException e = denied(bench);
            assertThat(e.denial()).isEqualTo(Denial.PERHAPS_NOT_YET_KNOWN);
            assertThat(e).hasMessageContainingAll("wait up to a minute", "denialBudget(..)");
            assertThat(bench.sts.calls()).isEqualTo(1);
        }
    }

    @Test
    void anExplicitDenialIsFinalAtOnce() {
        try (SessionBench bench = bench(Duration.ofMinutes(1))) {
            bench.sts.fail("AccessDenied", "not authorized ... with an explicit deny in an identity-based policy");
            UnableToAssumeRoleException e = denied(bench);
            assertThat(e.denial()).isEqualTo(Denial.PERMANENT);
            assertThat(e).hasMessageContaining("denies it explicitly").hasMessageNotContaining("Likely causes");
            assertThat(pauses).isEmpty();
        }
    }

    @Test
    void theRootUserIsToldThatItCannot() {
        try (SessionBench bench = bench(Duration.ofMinutes(1))) {
            bench.sts.fail("AccessDenied", "Roles may not be assumed by root accounts.");
            assertThat(denied(bench)).hasMessageContaining("root user cannot assume roles");
            assertThat(pauses).isEmpty();
        }
    }

    @Test
    void otherErrorsAreNotWaitedFor() {
        try (SessionBench bench = bench(Duration.ofMinutes(1))) {
            bench.sts.fail("ValidationError", "no");
            UnableToAssumeRoleException e = denied(bench);
            assertThat(e.denial()).isEqualTo(Denial.NOT_DENIED);
            assertThat(pauses).isEmpty();
        }
    }

    @Test
    void aDenialAheadOfTimeIsNotWaitedForButWarnedOf() {
        try (SessionBench bench = bench(
                Duration.ofMinutes(10),
                pause -> {},
                (sts, n) -> {},
                s -> s.duration(Duration.ofMinutes(15)).refreshWindow(Duration.ofMinutes(7)))) {
            bench.resolveAndLand();
            bench.sts.fail("AccessDenied", "not authorized");
            bench.advance(Duration.ofMinutes(9));
            assertThat(bench.resolveAndLand()).isEqualTo(key(1));
            assertThat(pauses).isEmpty();
            assertThat(bench.log.at(Level.WARN)).singleElement().asString().contains("AccessDenied");
        }
    }

    @Test
    void aDenialIsNotHiddenByTheOutageBeforeIt() {
        try (SessionBench bench = new SessionBench()) {
            bench.resolveAndLand();
            bench.advance(Duration.ofMinutes(45));
            for (String code :
                    new String[] {"ServiceUnavailable", "Throttling", "AccessDenied", "Throttling", "AccessDenied"}) {
                bench.sts.fail(code, "no");
                bench.resolveAndLand();
                bench.advance(Duration.ofMinutes(2));
            }
            assertThat(bench.log.at(Level.WARN)).hasSize(2);
            assertThat(bench.log.at(Level.WARN).get(1)).contains("AccessDenied");
        }
    }

    @Test
    void codesOfADeviceAreAskedForNotMoreThanEveryHalfMinute() {
        try (SessionBench bench = bench(
                Duration.ofSeconds(70),
                pause -> {},
                (sts, n) -> {},
                s -> s.mfa("arn:aws:iam::123456789012:mfa/alice", () -> "123456"))) {
            bench.sts.fail("AccessDenied", "not authorized");
            denied(bench);
            assertThat(pauses).containsExactly(30_000L, 30_000L);
        }
    }

    @Test
    void callersShareTheWaitAndNoneIsBlockedByAsking() {
        CountDownLatch waiting = new CountDownLatch(1);
        CountDownLatch enough = new CountDownLatch(1);
        try (SessionBench bench = bench(
                Duration.ofMinutes(1),
                pause -> {
                    waiting.countDown();
                    enough.await();
                },
                (sts, n) -> sts.recover())) {
            bench.sts.fail("AccessDenied", "not authorized");
            CompletableFuture<? extends AwsCredentialsIdentity> first = bench.resolveAsync();
            await(waiting);
            CompletableFuture<? extends AwsCredentialsIdentity> second = bench.resolveAsync();
            assertThat(first).isNotDone();
            assertThat(second).isNotDone();
            enough.countDown();
            assertThat(first.join().accessKeyId()).isEqualTo(key(2));
            assertThat(second.join().accessKeyId()).isEqualTo(key(2));
        }
    }

    @Test
    void closingEndsThePause() {
        CountDownLatch waiting = new CountDownLatch(1);
        SessionBench bench = bench(
                Duration.ofMinutes(1),
                pause -> {
                    waiting.countDown();
                    new CountDownLatch(1).await();
                },
                (sts, n) -> {});
        bench.sts.fail("AccessDenied", "not authorized");
        CompletableFuture<? extends AwsCredentialsIdentity> future = bench.resolveAsync();
        await(waiting);
        List<Thread> threads = bench.threads();
        bench.close();
        assertThat(threads).hasSize(1).noneMatch(Thread::isAlive);
        assertThatThrownBy(future::get).hasCauseInstanceOf(SessionClosedException.class);
        assertThat(bench.sts.calls()).isEqualTo(1);
    }

    @Test
    void refusesBudgetsOutOfRange() {
        for (Duration budget : new Duration[] {Duration.ZERO, Duration.ofSeconds(-5), Duration.ofSeconds(601)}) {
            assertThatThrownBy(() -> bench(budget))
                    .isInstanceOf(InvalidSessionException.class)
                    .hasMessageContaining("1 to 600 s");
        }
    }

    @Test
    void aSleeperThatFailsIsAnErrorAndLeavesNobodyWaiting() {
        try (SessionBench bench = bench(
                Duration.ofMinutes(1),
                pause -> {
                    throw new IllegalStateException("no sleep");
                },
                (sts, n) -> {})) {
            bench.sts.fail("AccessDenied", "not authorized");
            assertThatThrownBy(bench::resolve)
                    .isInstanceOf(UnableToAssumeRoleException.class)
                    .hasRootCauseMessage("no sleep");
        }
    }

    private static UnableToAssumeRoleException denied(SessionBench bench) {
        return catchThrowableOfType(UnableToAssumeRoleException.class, bench::resolve);
    }

    /** What happens at the n-th pause. */
    private interface Event {
        void happens(FakeSts sts, int number);
    }

    private SessionBench bench(Duration budget) {
        return bench(budget, pause -> {}, (sts, n) -> {});
    }

    private SessionBench bench(Duration budget, Sleeper sleeper, Event event) {
        return bench(budget, sleeper, event, s -> {});
    }

    private SessionBench bench(Duration budget, Sleeper sleeper, Event event, Consumer<DkpSession.Builder> settings) {
        SessionBench[] made = new SessionBench[1];
        made[0] = new SessionBench(settings.andThen(s -> s.denialBudget(budget).sleeper(pause -> {
            sleeper.sleep(pause);
            pauses.add(pause.toMillis());
            made[0].advance(pause);
            event.happens(made[0].sts, pauses.size());
        })));
        return made[0];
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
