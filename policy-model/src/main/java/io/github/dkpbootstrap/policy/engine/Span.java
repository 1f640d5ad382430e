// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.engine;

/** How strongly a statement applies at least and at most. The few spans that there are exist once. */
final class Span {
    private static final Grade[] GRADES = Grade.values();
    private static final Span[] ALL = all();

    static final Span NONE = of(Grade.NONE, Grade.NONE);
    static final Span FULL = of(Grade.FULL, Grade.FULL);

    private final Grade least;
    private final Grade most;

    private Span(Grade least, Grade most) {
        this.least = least;
        this.most = most;
    }

    static Span of(Grade least, Grade most) {
        return ALL[least.ordinal() * GRADES.length + most.ordinal()];
    }

    Grade least() {
        return least;
    }

    Grade most() {
        return most;
    }

    /** Returns whether a template intrinsic makes a difference. */
    boolean isOpen() {
        return least != most;
    }

    /** Returns what is left of this if the rest of the statement has this answer. */
    Span where(Answer rest) {
        return switch (rest) {
            case YES -> this;
            case OPEN -> of(Grade.NONE, most);
            case NO -> NONE;
        };
    }

    private static Span[] all() {
        Span[] all = new Span[GRADES.length * GRADES.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = new Span(GRADES[i / GRADES.length], GRADES[i % GRADES.length]);
        }
        return all;
    }
}
