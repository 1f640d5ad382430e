// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.deploy;

/** What a status means to who looks at it, and the colour that says so. */
enum Tint {
    /** Reached what was wanted. */
    GOOD("32"),
    /** Failed. */
    BAD("31"),
    /** On the way back, or given up. */
    WARNING("33"),
    /** Nothing to worry about yet. */
    QUIET("36");

    private final String code;

    Tint(String code) {
        this.code = code;
    }

    /** Returns what a status of a stack or resource means. */
    static Tint of(String status) {
        if (status.endsWith("_FAILED")) {
            return BAD;
        }
        if (status.contains("ROLLBACK")) {
            return WARNING;
        }
        return status.endsWith("_COMPLETE") ? GOOD : QUIET;
    }

    /** Returns the text in the colour. */
    String paint(String text) {
        return "\033[" + code + "m" + text + "\033[0m";
    }
}
