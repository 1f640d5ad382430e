// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.engine;

/** How strongly a statement speaks of a caller, in rising order; only resource policies know the middle two (rule 21). */
enum Grade {
    NONE,
    /** By the caller's account. */
    ACCOUNT,
    /** By the role of the session. */
    ROLE,
    /** By the very caller, by everyone, or without a principal. */
    FULL;

    static Grade fullIf(boolean named) {
        return named ? FULL : NONE;
    }

    Grade or(Grade other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
