// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.analysis;

/** What a statement grants at least and at most; the two differ only where a template intrinsic has no text yet. */
record GrantRange(Grant surely, Grant possibly) {
    static final GrantRange NONE = exactly(Grant.NONE);
    static final GrantRange DIRECT = exactly(Grant.DIRECT);

    static GrantRange exactly(Grant grant) {
        return new GrantRange(grant, grant);
    }

    /** Returns this range for a statement whose other elements have this outcome. */
    GrantRange where(Outcome others) {
        return switch (others) {
            case YES -> this;
            case NO -> NONE;
            case OPEN -> new GrantRange(Grant.NONE, possibly);
        };
    }

    Outcome outcome() {
        if (surely != Grant.NONE) {
            return Outcome.YES;
        }
        return possibly == Grant.NONE ? Outcome.NO : Outcome.OPEN;
    }
}
