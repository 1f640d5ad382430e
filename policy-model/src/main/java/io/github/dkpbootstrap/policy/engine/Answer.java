// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.engine;

/** Whether something matches; a template intrinsic without text can leave that open. In rising order. */
enum Answer {
    NO,
    OPEN,
    YES;

    static Answer of(boolean matches) {
        return matches ? YES : NO;
    }

    Answer or(Answer other) {
        return compareTo(other) >= 0 ? this : other;
    }

    Answer and(Answer other) {
        return compareTo(other) <= 0 ? this : other;
    }

    Answer not() {
        return this == OPEN ? OPEN : of(this == NO);
    }
}
