// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A pattern as single symbols and the loops between them: at each of the {@code n + 1} places before, between and behind
 * the symbols, none, any characters, or any but colons may be passed. Characters are code points. Immutable.
 */
final class Glob {
    /** A symbol for any one character. */
    static final int ANY_ONE = -1;
    /** A symbol for any one character but a colon. */
    static final int ONE_IN_SEGMENT = -2;
    /** Added to the negated code point for a symbol whose case is ignored. */
    private static final int FOLDED = -16;

    /** What may be passed at a place without reaching the next symbol. */
    enum Loop {
        NONE,
        IN_SEGMENT,
        ANY;

        Loop or(Loop other) {
            return compareTo(other) >= 0 ? this : other;
        }
    }

    private final int[] symbols;
    private final List<Loop> loops;

    private Glob(int[] symbols, List<Loop> loops) {
        this.symbols = symbols;
        this.loops = List.copyOf(loops);
    }

    /** Returns the pattern that every text matches. */
    static Glob everything() {
        return new Builder().loop(Loop.ANY).build();
    }

    static Glob literal(String text) {
        return new Builder().literal(text).build();
    }

    static boolean isFolded(int symbol) {
        return symbol <= FOLDED;
    }

    /** Returns the character of a folded symbol. */
    static int unfolded(int symbol) {
        return FOLDED - symbol;
    }

    int length() {
        return symbols.length;
    }

    int symbol(int at) {
        return symbols[at];
    }

    Loop loop(int place) {
        return loops.get(place);
    }

    /** Returns whether exactly one text matches. */
    boolean isLiteral() {
        return loops.stream().allMatch(loop -> loop == Loop.NONE)
                && Arrays.stream(symbols).allMatch(symbol -> symbol >= 0);
    }

    /** Returns whether every text matches. */
    boolean isEverything() {
        return symbols.length == 0 && loops.get(0) == Loop.ANY;
    }

    /** Returns the only text that a literal matches. */
    String text() {
        return new String(symbols, 0, symbols.length);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Glob glob && Arrays.equals(symbols, glob.symbols) && loops.equals(glob.loops);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(symbols) + loops.hashCode();
    }

    /** Puts a pattern together from left to right. Not thread-safe. */
    static final class Builder {
        private final List<Integer> symbols = new ArrayList<>();
        private final List<Loop> loops = new ArrayList<>(List.of(Loop.NONE));

        /** Adds text without wildcards. */
        Builder literal(String text) {
            text.codePoints().forEach(this::symbol);
            return this;
        }

        /** Adds text without wildcards whose case is ignored. */
        Builder folded(String text) {
            text.codePoints().forEach(character -> symbol(FOLDED - character));
            return this;
        }

        Builder symbol(int symbol) {
            symbols.add(symbol);
            loops.add(Loop.NONE);
            return this;
        }

        Builder loop(Loop loop) {
            loops.set(symbols.size(), loops.get(symbols.size()).or(loop));
            return this;
        }

        Glob build() {
            return new Glob(symbols.stream().mapToInt(Integer::intValue).toArray(), loops);
        }
    }
}
