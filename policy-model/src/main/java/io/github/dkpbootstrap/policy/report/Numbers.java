// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.report;

import java.util.Locale;
import java.util.Optional;

/** Numbers in sentences. */
final class Numbers {
    private Numbers() {}

    static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** Returns the number and what it counts, such as {@code 1 action} or {@code 2 actions}. */
    static String of(long count, String one) {
        return of(count, one, one + "s");
    }

    /** Returns the number and what it counts, or nothing for none. */
    static Optional<String> some(long count, String one) {
        return count == 0 ? Optional.empty() : Optional.of(of(count, one));
    }

    static String of(long count, String one, String many) {
        return number(count) + " " + (count == 1 ? one : many);
    }
}
