// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

import static io.github.dkpbootstrap.sts.SessionBench.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Clocks that are set, as on a machine that has just booted, and clocks that fail. */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class SessionClockTest {
    @Test
    void aFailureIsNotRememberedForHoursWhereTheClockIsSetBack() {
        try (SessionBench bench = new SessionBench()) {
            bench.sts.fail("AccessDenied", "no");
            assertThatThrownBy(bench::resolve).isInstanceOf(UnableToAssumeRoleException.class);
            bench.sts.recover();
            bench.advance(Duration.ofHours(-4));
            assertThat(bench.resolve()).isEqualTo(key(2));
        }
    }

    @Test
    void aRefreshIsNotPutOffForHoursWhereTheClockIsSetBack() {
        try (SessionBench bench = new SessionBench(s -> s.duration(Duration.ofHours(12)))) {
            bench.resolveAndLand();
            bench.advance(Duration.ofMinutes(11 * 60 + 50));
            bench.sts.fail("ServiceUnavailable", "later");
            bench.resolveAndLand();
            bench.sts.recover();
            bench.advance(Duration.ofMinutes(-45));
            bench.resolveAndLand();
            assertThat(bench.resolve()).isEqualTo(key(3));
        }
    }

    @Test
    void aClockThatIsSetBackDoesNotMakeTheDenialBudgetLonger() {
        List<Duration> pauses = new ArrayList<>();
        VirtualClock clock = new VirtualClock();
        try (SessionBench bench = new SessionBench(s -> s.clock(clock)
                .denialBudget(Duration.ofMinutes(1))
                .sleeper(pause -> {
                    pauses.add(pause);
                    clock.advance(pauses.size() == 1 ? Duration.ofHours(-4) : pause);
                }))) {
            bench.sts.fail("AccessDenied", "not authorized");
            assertThatThrownBy(bench::resolve).hasMessageContaining("AccessDenied");
            assertThat(pauses.stream().reduce(Duration.ZERO, Duration::plus)).isEqualTo(Duration.ofMinutes(1));
        }
    }

    @Test
    void aClockThatFailsOnArrivalLeavesNobodyWaiting() {
        try (SessionBench bench = new SessionBench(s -> s.clock(new FailingOnTheSessionsThread()))) {
            bench.sts.fail("ServiceUnavailable", "later");
            assertThatThrownBy(() -> bench.resolveAsync().get(10, TimeUnit.SECONDS))
                    .hasCauseInstanceOf(UnableToAssumeRoleException.class)
                    .hasMessageContaining("ServiceUnavailable");
        }
    }

    private static final class FailingOnTheSessionsThread extends Clock {
        @Override
        public Instant instant() {
            if (Thread.currentThread().getName().contains(SessionBench.ROLE)) {
                throw new IllegalStateException("no time");
            }
            return Instant.EPOCH;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
