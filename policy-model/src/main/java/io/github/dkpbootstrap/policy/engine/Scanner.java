// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.engine;

/** Walks along a text, character by character. Not thread-safe. */
final class Scanner {
    private final String text;
    private int at;

    Scanner(String text) {
        this.text = text;
    }

    boolean atEnd() {
        return at == text.length();
    }

    /** Takes the next character if it is one of these. */
    boolean take(String characters) {
        if (atEnd() || characters.indexOf(text.charAt(at)) < 0) {
            return false;
        }
        at++;
        return true;
    }

    /** Takes all decimal digits that come next, and returns how many. */
    int digits() {
        int start = at;
        while (take("0123456789")) {}
        return at - start;
    }

    /** Takes exactly {@code count} decimal digits, at most nine, and returns their number, or -1 if they are not there. */
    int number(int count) {
        int number = 0;
        for (int i = 0; i < count; i++) {
            int from = at;
            if (!take("0123456789")) {
                return -1;
            }
            number = 10 * number + text.charAt(from) - '0';
        }
        return number;
    }
}
