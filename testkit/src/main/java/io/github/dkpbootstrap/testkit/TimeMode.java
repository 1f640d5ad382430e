// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit;

import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * How time passes in a {@link LocalAws}: how long a stack takes, and when session credentials end. Signatures are always
 * compared with the wall clock, because clients sign by it. Immutable and thread-safe.
 */
public final class TimeMode {
    private final Clock clock;

    private TimeMode(Clock clock) {
        this.clock = clock;
    }

    /** Returns time as on the wall: creating the vendor's stack takes 2 minutes and 20 seconds. The default. */
    public static TimeMode real() {
        return new TimeMode(Clock.systemUTC());
    }

    /**
     * Returns time that runs {@code factor} times as fast from now on, for clients that bring no clock of their own. A
     * session of an hour then lasts an hour divided by {@code factor}, although its expiration reads an hour ahead.
     *
     * @param factor 1 to 100,000
     * @throws IllegalArgumentException if {@code factor} is out of bounds
     */
    public static TimeMode scaled(int factor) {
        if (factor < 1 || factor > 100_000) {
            throw new IllegalArgumentException("A factor of time must be 1 to 100000, not " + factor);
        }
        return new TimeMode(new Scaled(Clock.systemUTC(), factor));
    }

    /** Returns time that moves only as {@code clock} does: what is due happens when the next call arrives, in order. */
    public static TimeMode virtual(VirtualClock clock) {
        return new TimeMode(clock);
    }

    /** Returns the clock behind it. */
    public Clock clock() {
        return clock;
    }

    /** Returns the clock, if it is a virtual one. */
    Optional<VirtualClock> virtualClock() {
        return clock instanceof VirtualClock virtual ? Optional.of(virtual) : Optional.empty();
    }

    /** Lets time pass: a virtual clock is advanced, every other one waited for by the wall. */
    void pass(Duration duration) {
        if (clock instanceof VirtualClock virtual) {
            virtual.advance(duration);
            return;
        }
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new InterruptedIOException("Interrupted while an answer was held back"));
        }
    }

    private static final class Scaled extends Clock {
        private final Clock wall;
        private final int factor;
        private final Instant start;

        Scaled(Clock wall, int factor) {
            this.wall = wall;
            this.factor = factor;
            this.start = wall.instant();
        }

        @Override
        public Instant instant() {
            return start.plus(Duration.between(start, wall.instant()).multipliedBy(factor));
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("Local time is in UTC");
        }
    }
}
