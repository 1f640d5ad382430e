// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

import java.time.Duration;
import java.util.Optional;

/**
 * How long before their end credentials are replaced. Unless chosen, the last quarter of the time that they had left when
 * they came, and at most an hour: 225 s of the shortest session, 15 minutes of the default one. Never more than half of that
 * time: a window as long as the session would call STS without end.
 */
record RefreshWindow(Optional<Duration> chosen) {
    static final RefreshWindow DEFAULT = new RefreshWindow(Optional.empty());
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST_BY_DEFAULT = Duration.ofHours(1);
    private static final int DEFAULT_PART = 4;
    private static final int LARGEST_PART = 2;

    /** Checks a chosen window against the length of the session. */
    void check(Duration session) {
        Duration half = session.dividedBy(LARGEST_PART);
        chosen.filter(window -> window.compareTo(SHORTEST) < 0 || window.compareTo(half) > 0)
                .ifPresent(window -> {
                    throw new InvalidSessionException(
                            "The refresh window of a session of %d s is %d to %d s, half of it, not %s (%d s)"
                                    .formatted(
                                            session.toSeconds(),
                                            SHORTEST.toSeconds(),
                                            half.toSeconds(),
                                            window,
                                            window.toSeconds()));
                });
    }

    /** Returns the window of credentials that have {@code left} when they come. */
    Duration of(Duration left) {
        return chosen.map(window -> shorter(window, left.dividedBy(LARGEST_PART)))
                .orElseGet(() -> shorter(LONGEST_BY_DEFAULT, left.dividedBy(DEFAULT_PART)));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
