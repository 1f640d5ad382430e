// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.deploy;

import io.github.dkpbootstrap.sts.Sleeper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The time that a verb has from its first call to its last, and how it waits within it. */
final class Deadline {
    private final Clock clock;
    private final Sleeper sleeper;
    private final Instant start;
    private final Instant end;

    private Deadline(Clock clock, Sleeper sleeper, Duration timeout) {
        this.clock = clock;
        this.sleeper = sleeper;
        this.start = clock.instant();
        this.end = start.plus(timeout);
    }

    static Deadline in(Duration timeout, Clock clock, Sleeper sleeper) {
        return new Deadline(clock, sleeper, timeout);
    }

    /** Returns how long it is from start to end. */
    Duration timeout() {
        return Duration.between(start, end);
    }

    Duration elapsed() {
        return Duration.between(start, clock.instant());
    }

    boolean passed() {
        return !clock.instant().isBefore(end);
    }

    /** Waits, but not beyond the end. */
    void pause(Duration wanted) throws InterruptedException {
        Duration left = Duration.between(clock.instant(), end);
        sleeper.sleep(left.isNegative() ? Duration.ZERO : wanted.compareTo(left) < 0 ? wanted : left);
    }
}
