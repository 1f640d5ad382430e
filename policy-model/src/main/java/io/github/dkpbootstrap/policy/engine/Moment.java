// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.engine;

import java.util.Comparator;

/** A moment: seconds since 1970 and nanoseconds within the second. */
record Moment(long second, int nano) implements Comparable<Moment> {
    private static final Comparator<Moment> ORDER =
            Comparator.comparingLong(Moment::second).thenComparingInt(Moment::nano);

    @Override
    public int compareTo(Moment other) {
        return ORDER.compare(this, other);
    }
}
