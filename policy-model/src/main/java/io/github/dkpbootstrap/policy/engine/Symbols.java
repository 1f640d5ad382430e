// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.engine;

import java.util.Arrays;

/** A growing list of the symbols of a {@link Glob}. Not thread-safe. */
final class Symbols {
    private int[] symbols = new int[32];
    private int size;

    void add(int symbol) {
        if (size == symbols.length) {
            symbols = Arrays.copyOf(symbols, 2 * size);
        }
        symbols[size++] = symbol;
    }

    void addAll(int... more) {
        for (int symbol : more) {
            add(symbol);
        }
    }

    /** Adds a text without wildcards. */
    void addText(String text) {
        for (int at = 0; at < text.length(); ) {
            int character = text.codePointAt(at);
            add(character);
            at += Character.charCount(character);
        }
    }

    int size() {
        return size;
    }

    int[] toArray() {
        return Arrays.copyOf(symbols, size);
    }
}
