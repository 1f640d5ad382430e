// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** A machine's clock that goes wrong. */
final class SkewedClock extends Clock {
    private final Clock right;
    private volatile Duration ahead = Duration.ZERO;

    SkewedClock(Clock right) {
        this.right = right;
    }

    /** Makes it show {@code ahead} more than the right time; less, if negative. */
    void ahead(Duration ahead) {
        this.ahead = ahead;
    }

    @Override
    public Instant instant() {
        return right.instant().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return right.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("tests have one zone");
    }
}
