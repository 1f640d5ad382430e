// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.engine;

/** How strongly a statement applies at least and at most; the two differ only by a template intrinsic without text. */
record Span(Grade least, Grade most) {
    static final Span NONE = new Span(Grade.NONE, Grade.NONE);
    static final Span FULL = new Span(Grade.FULL, Grade.FULL);

    /** Returns whether a template intrinsic makes a difference. */
    boolean isOpen() {
        return least != most;
    }

    /** Returns what is left of this if the rest of the statement has this answer. */
    Span where(Answer rest) {
        return switch (rest) {
            case YES -> this;
            case OPEN -> new Span(Grade.NONE, most);
            case NO -> NONE;
        };
    }
}
