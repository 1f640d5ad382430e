// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The failures since credentials last came: the last one, when it was, how many there were, whether callers who have
 * credentials all the same were told in the log, and whether a denial was among what they were told.
 *
 * <p>The pause before the next attempt doubles with each failure: from 5 s to 5 minutes while there are valid credentials,
 * and from 1 s to 8 s while callers get the failure, who may be waiting for a new role to be known everywhere.
 */
record Outage(SessionException failure, Instant at, int failures, boolean reported, boolean denialReported) {
    private static final Duration FIRST_PAUSE_WARM = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE_WARM = Duration.ofMinutes(5);
    private static final Duration FIRST_PAUSE_COLD = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE_COLD = Duration.ofSeconds(8);
    private static final int MOST_DOUBLINGS = 16;

    /** Returns {@code before}, or a new outage, with one failure more. */
    static Outage after(@Nullable Outage before, SessionException failure, Instant at, boolean reported) {
        boolean denialReported = reported && isDenial(failure);
        return before == null
                ? new Outage(failure, at, 1, reported, denialReported)
                : new Outage(
                        failure,
                        at,
                        before.failures + 1,
                        before.reported || reported,
                        before.denialReported || denialReported);
    }

    /** Returns whether the log has nothing of this yet: a first failure, or a first denial, which STS's recovery will not end. */
    boolean isNewsAfter(@Nullable Outage before) {
        return before == null || !before.reported || (isDenial(failure) && !before.denialReported);
    }

    private static boolean isDenial(SessionException failure) {
        return failure instanceof UnableToAssumeRoleException e && e.denial() != Denial.NOT_DENIED;
    }

    /** Returns this outage, still going on, with nothing in the way of the next attempt. */
    Outage withoutPause() {
        return new Outage(failure, Instant.MIN, failures, reported, denialReported);
    }

    /** Returns whether it is time for another attempt though valid credentials are at hand. */
    boolean mayRetryWarm(Instant now) {
        return isOver(pause(FIRST_PAUSE_WARM, LONGEST_PAUSE_WARM), now);
    }

    /** Returns whether it is time for another attempt, there being no valid credentials. */
    boolean mayRetryCold(Instant now) {
        return isOver(pause(FIRST_PAUSE_COLD, LONGEST_PAUSE_COLD), now);
    }

    /** A clock that was set back ends the pause too: by it, the pause could take hours. */
    private boolean isOver(Duration pause, Instant now) {
        return now.isBefore(at) || !now.isBefore(at.plus(pause));
    }

    private Duration pause(Duration first, Duration longest) {
        Duration doubled = first.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
        return doubled.compareTo(longest) < 0 ? doubled : longest;
    }
}
