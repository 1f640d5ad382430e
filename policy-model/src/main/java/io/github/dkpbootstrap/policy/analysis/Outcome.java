// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.analysis;

import java.util.stream.Stream;

/** Whether something matches, where a template intrinsic without text can leave that open. */
enum Outcome {
    YES,
    NO,
    OPEN;

    static Outcome of(boolean matches) {
        return matches ? YES : NO;
    }

    Outcome not() {
        return switch (this) {
            case YES -> NO;
            case NO -> YES;
            case OPEN -> OPEN;
        };
    }

    /** Returns YES if one is, else OPEN if one is, else NO; NO for none at all. */
    static Outcome any(Stream<Outcome> outcomes) {
        return outcomes.reduce(NO, (a, b) -> a == YES || b == YES ? YES : a == OPEN || b == OPEN ? OPEN : NO);
    }

    /** Returns NO if one is, else OPEN if one is, else YES; YES for none at all. */
    static Outcome all(Stream<Outcome> outcomes) {
        return any(outcomes.map(Outcome::not)).not();
    }
}
