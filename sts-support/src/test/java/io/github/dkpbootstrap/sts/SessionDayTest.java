// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.event.Level;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** A day of a session whose STS fails, denies, throttles and forgets at random, with 64 askers every half minute. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class SessionDayTest {
    private static final Duration STEP = Duration.ofSeconds(30);
    private static final int STEPS = 24 * 60 * 2;
    private static final int ASKERS = 64;
    private static final List<String> TROUBLES =
            List.of("ServiceUnavailable", "Throttling", "AccessDenied", "ExpiredToken", "InternalFailure");

    private int episodes;
    private int failedSteps;

    static Stream<Long> seeds() {
        return Stream.of(1L, 2L, System.nanoTime());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void servesNothingExpiredAndFailsOnlyWhileStsDoes(long seed) {
        System.out.println("SessionDayTest seed " + seed);
        Random random = new Random(seed);
        Duration duration = Duration.ofMinutes(15 + random.nextInt(46));
        try (SessionBench bench = new SessionBench(s -> s.duration(duration))) {
            bench.sts.skew(Duration.ofMinutes(random.nextInt(21) - 10));
            int left = 0;
            for (int step = 0; step < STEPS; step++) {
                left = left > 0 ? left - 1 : trouble(bench, random);
                if (left == 0) {
                    bench.sts.recover();
                }
                ask(bench, duration, left == 0);
                bench.settle();
                bench.advance(STEP);
            }
            int calls = bench.sts.calls();
            System.out.printf(
                    "%d s each: %d calls, %d spells of trouble, %d of %d steps failed, expired served: none%n",
                    duration.toSeconds(), calls, episodes, failedSteps, STEPS);
            assertThat(episodes).isGreaterThan(5);
            assertThat(bench.log.at(Level.WARN)).hasSizeBetween(1, episodes);
            assertThat(calls).isLessThan(STEPS);
        }
    }

    /** Begins a spell of trouble now and then, and returns how many steps it goes on. */
    private int trouble(SessionBench bench, Random random) {
        int chance = random.nextInt(200);
        if (chance == 0) {
            bench.sts.recreateRole();
            bench.session.invalidate();
        }
        if (chance > 2) {
            return 0;
        }
        episodes++;
        bench.sts.fail(TROUBLES.get(random.nextInt(TROUBLES.size())), "trouble");
        return 1 + random.nextInt(90);
    }

    /** Asks from all sides at once: none gets what has ended, and none a failure unless all do and STS fails. */
    private void ask(SessionBench bench, Duration duration, boolean healthy) {
        Collection<CompletableFuture<? extends AwsCredentialsIdentity>> all = new ArrayList<>();
        for (int i = 0; i < ASKERS; i++) {
            all.add(bench.resolveAsync());
        }
        Instant now = bench.clock.instant();
        int failures = 0;
        for (CompletableFuture<? extends AwsCredentialsIdentity> one : all) {
            try {
                Instant given =
                        Objects.requireNonNull(bench.sts.givenAt.get(one.join().accessKeyId()));
                assertThat(now).as("end of what is served").isBefore(given.plus(duration));
            } catch (CompletionException e) {
                assertThat(e).hasCauseInstanceOf(UnableToAssumeRoleException.class);
                failures++;
            }
        }
        assertThat(failures).isIn(0, ASKERS);
        if (failures > 0) {
            failedSteps++;
            assertThat(healthy).as("STS is well").isFalse();
        }
    }
}
