// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A text in which some places are wildcards. A character counts as one Unicode code point. Matching walks the symbols
 * one by one and keeps every length of the text that they can cover: slow, and never exponential.
 */
final class PatternText {
    private static final int ANY_ONE = -1;
    private static final int ANY_RUN = -2;
    private static final int ONE_IN_SEGMENT = -3;
    private static final int RUN_IN_SEGMENT = -4;

    /** Which characters of a written text are wildcards, and how far they reach. */
    enum Wildcards {
        /** None: {@code *} and {@code ?} are themselves. */
        NONE,
        /** {@code *} is any run of characters, {@code ?} any one. */
        PLAIN,
        /** As {@link #PLAIN}, but a colon is matched only by a {@code *} that ends its segment (rule 11). */
        SEGMENTS
    }

    private final int[] symbols;

    private PatternText(int[] symbols) {
        this.symbols = symbols;
    }

    static PatternText of(String written, Wildcards wildcards) {
        Builder pattern = new Builder(wildcards);
        int[] characters = written.codePoints().toArray();
        for (int i = 0; i < characters.length; i++) {
            pattern.written(characters[i], i + 1 == characters.length || characters[i + 1] == ':');
        }
        return pattern.build();
    }

    boolean matches(String text) {
        int[] characters = text.codePoints().toArray();
        boolean[] covered = new boolean[characters.length + 1];
        covered[0] = true;
        for (int symbol : symbols) {
            covered = isRun(symbol) ? run(symbol, characters, covered) : one(symbol, characters, covered);
        }
        return covered[characters.length];
    }

    /** Returns the text; only for a pattern without wildcards. */
    String literal() {
        return new String(symbols, 0, symbols.length);
    }

    /** Returns the parts between the first colons, at most {@code limit}; the last part keeps its colons. */
    List<PatternText> fields(int limit) {
        List<PatternText> fields = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < symbols.length && fields.size() < limit - 1; i++) {
            if (symbols[i] == ':') {
                fields.add(new PatternText(Arrays.copyOfRange(symbols, start, i)));
                start = i + 1;
            }
        }
        fields.add(new PatternText(Arrays.copyOfRange(symbols, start, symbols.length)));
        return fields;
    }

    private static boolean[] run(int symbol, int[] characters, boolean[] covered) {
        boolean[] next = covered.clone();
        for (int i = 0; i < characters.length; i++) {
            next[i + 1] |= next[i] && accepts(symbol, characters[i]);
        }
        return next;
    }

    private static boolean[] one(int symbol, int[] characters, boolean[] covered) {
        boolean[] next = new boolean[covered.length];
        for (int i = 0; i < characters.length; i++) {
            next[i + 1] = covered[i] && accepts(symbol, characters[i]);
        }
        return next;
    }

    private static boolean isRun(int symbol) {
        return symbol == ANY_RUN || symbol == RUN_IN_SEGMENT;
    }

    private static boolean accepts(int symbol, int character) {
        return switch (symbol) {
            case ANY_ONE, ANY_RUN -> true;
            case ONE_IN_SEGMENT, RUN_IN_SEGMENT -> character != ':';
            default -> symbol == character;
        };
    }

    /** Puts a pattern together from written characters, which can be wildcards, and literal text, which cannot. */
    static final class Builder {
        private final Wildcards wildcards;
        private final List<Integer> symbols = new ArrayList<>();

        Builder(Wildcards wildcards) {
            this.wildcards = wildcards;
        }

        void literal(String text) {
            text.codePoints().forEach(symbols::add);
        }

        void written(int character, boolean endsSegment) {
            boolean stays = wildcards == Wildcards.SEGMENTS;
            if (wildcards == Wildcards.NONE || (character != '*' && character != '?')) {
                symbols.add(character);
            } else if (character == '?') {
                symbols.add(stays ? ONE_IN_SEGMENT : ANY_ONE);
            } else {
                symbols.add(stays && !endsSegment ? RUN_IN_SEGMENT : ANY_RUN);
            }
        }

        PatternText build() {
            return new PatternText(symbols.stream().mapToInt(Integer::intValue).toArray());
        }
    }
}
