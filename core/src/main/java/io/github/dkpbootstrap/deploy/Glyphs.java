// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.deploy;

import java.nio.charset.Charset;

/** The signs of a live display. */
enum Glyphs {
    /** For terminals that show all of Unicode. */
    UNICODE("✓", "✗", "…", "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏"),
    /** For those that may not. */
    ASCII("+", "x", "..", "|/-\\");

    private final String complete;
    private final String failed;
    private final String more;
    private final String spinner;

    Glyphs(String complete, String failed, String more, String spinner) {
        this.complete = complete;
        this.failed = failed;
        this.more = more;
        this.spinner = spinner;
    }

    /** Returns those that can be written in the character set. */
    static Glyphs of(Charset charset) {
        boolean writable = charset.canEncode()
                && charset.newEncoder().canEncode(UNICODE.complete + UNICODE.failed + UNICODE.more + UNICODE.spinner);
        return writable ? UNICODE : ASCII;
    }

    String more() {
        return more;
    }

    String spinner(int turn) {
        int at = Math.floorMod(turn, spinner.length());
        return spinner.substring(at, at + 1);
    }

    /** Returns the sign of a status that something has ended with, or of a way back. */
    String of(Tint tint) {
        return switch (tint) {
            case GOOD -> complete;
            case BAD -> failed;
            case WARNING -> "!";
            case QUIET -> " ";
        };
    }
}
