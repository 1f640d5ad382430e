// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How long denials are borne with, counted from when the session was opened, and how far apart the attempts are: 1 s, 2 s,
 * 4 s, then 8 s. A code of an MFA device works once and lasts 30 s, so with codes each pause is 30 s.
 */
record Patience(Optional<Duration> budget, Instant opened, Duration firstPause) {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(8);
    private static final Duration SHORTEST_PAUSE = Duration.ofNanos(1);
    private static final Duration PAUSE_BETWEEN_CODES = Duration.ofSeconds(30);
    private static final Duration SMALLEST_BUDGET = Duration.ofSeconds(1);
    private static final Duration LARGEST_BUDGET = Duration.ofMinutes(10);
    private static final int MOST_DOUBLINGS = 8;

    static Patience of(Optional<Duration> budget, Instant opened, boolean withCodes) {
        return new Patience(budget, opened, withCodes ? PAUSE_BETWEEN_CODES : FIRST_PAUSE);
    }

    static void checkBudget(Duration budget) {
        if (budget.compareTo(SMALLEST_BUDGET) < 0 || budget.compareTo(LARGEST_BUDGET) > 0) {
            throw new InvalidSessionException(
                    "The denial budget is %d to %d s, not %s: IAM takes a minute at most as a rule"
                            .formatted(SMALLEST_BUDGET.toSeconds(), LARGEST_BUDGET.toSeconds(), budget));
        }
    }

    /**
     * Returns the pause after the n-th denial in a row; nothing where there is no time left. The pauses before count as well
     * as the clock, which may be set back meanwhile.
     */
    Optional<Duration> pause(Instant now, int denials) {
        Duration before = Duration.ZERO;
        for (int denial = 1; denial < denials; denial++) {
            before = before.plus(longestPause(denial));
        }
        Duration waited = before;
        return budget.map(time -> shorter(time.minus(waited), Duration.between(now, opened.plus(time))))
                .filter(left -> left.compareTo(shortestPause()) >= 0)
                .map(left -> shorter(longestPause(denials), left));
    }

    private Duration longestPause(int denials) {
        Duration longest = firstPause.compareTo(LONGEST_PAUSE) > 0 ? firstPause : LONGEST_PAUSE;
        return shorter(firstPause.multipliedBy(1L << Math.min(denials - 1, MOST_DOUBLINGS)), longest);
    }

    /** Returns why a denial cannot be one of delay any more, where that is so. */
    Optional<String> verdict(Instant since, Instant now) {
        return budget.filter(time -> !now.isBefore(opened.plus(time)))
                .map(time -> since.isBefore(now)
                        ? "AWS has denied this for %d s, since %s, longer than IAM takes: this is no delay of propagation."
                                .formatted(Duration.between(since, now).toSeconds(), since)
                        : ("The session was opened %d s ago, at %s, longer than IAM takes: this is no delay of propagation, "
                                        + "unless the role or its policies were changed since.")
                                .formatted(Duration.between(opened, now).toSeconds(), opened));
    }

    /** A code that was sent already must not be sent again: there is no attempt before the device has another. */
    private Duration shortestPause() {
        return firstPause.equals(PAUSE_BETWEEN_CODES) ? PAUSE_BETWEEN_CODES : SHORTEST_PAUSE;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
