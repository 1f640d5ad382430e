// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.deploy;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The time since an operation's start, from two clocks: AWS's in the events, and the caller's, by which the waiting is
 * measured. Neither need be right; only differences on the same clock count.
 */
final class Timeline {
    private @Nullable Instant zero;
    private Duration offset = Duration.ZERO;
    private Duration latest = Duration.ZERO;
    private boolean waited;

    /** Returns when the event happened. The first one sets AWS's clock against what has passed already. */
    Duration of(StackEvent event) {
        Instant start = zero == null ? event.time().minus(latest) : zero;
        zero = start;
        Duration at = Duration.between(start, event.time());
        latest = longer(latest, at);
        return longer(at, Duration.ZERO);
    }

    /** Returns the present, {@code elapsed} after the call of the verb: never before what has been seen to happen. */
    Duration after(Duration elapsed) {
        if (!waited || elapsed.plus(offset).compareTo(latest) < 0) {
            offset = latest.minus(elapsed);
            waited = true;
        }
        latest = elapsed.plus(offset);
        return latest;
    }

    /** Returns the latest time that was told. */
    Duration latest() {
        return latest;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }
}
