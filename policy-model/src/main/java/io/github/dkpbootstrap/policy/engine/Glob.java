// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.engine;

/**
 * Text with wildcards. A character is one Unicode code point. Matching walks pattern and text side by side and goes back
 * only to the last {@code *} of each kind, so that no pattern is costly.
 */
final class Glob {
    /** Any one character. */
    static final int ONE = -1;
    /** Any run of characters. Where segments matter, a colon or the end follows. */
    static final int RUN = -2;
    /** Any one character but a colon. */
    static final int ONE_IN_SEGMENT = -3;
    /** Any run of characters without a colon. */
    static final int RUN_IN_SEGMENT = -4;

    private final int[] symbols;
    private final boolean isAnything;
    private final boolean isLiteral;
    private final String literal;

    /** Creates a glob of code points and the constants of this class. */
    Glob(int... symbols) {
        this.symbols = symbols;
        isAnything = symbols.length == 1 && symbols[0] == RUN;
        isLiteral = isLiteral(symbols);
        literal = isLiteral ? new String(symbols, 0, symbols.length) : "";
    }

    /** Returns a glob without variables, whose wildcards are any characters. */
    static Glob of(String written) {
        Symbols symbols = new Symbols();
        written.codePoints().forEach(character -> symbols.add(Wildcards.EVERYWHERE.symbol(character, false)));
        return new Glob(symbols.toArray());
    }

    /** Half a surrogate pair is a character of its own: as text, it could become one with its neighbour. */
    private static boolean isLiteral(int... symbols) {
        for (int symbol : symbols) {
            if (symbol < 0 || (symbol >= Character.MIN_SURROGATE && symbol <= Character.MAX_SURROGATE)) {
                return false;
            }
        }
        return true;
    }

    boolean isLiteral() {
        return isLiteral;
    }

    /** Returns the text; only if {@link #isLiteral()}. */
    String literal() {
        return literal;
    }

    boolean matches(String text) {
        return matches(text, 0, text.length());
    }

    /** Returns whether the part of the text matches; it must not split a surrogate pair. */
    boolean matches(String text, int start, int end) {
        if (isAnything) {
            return true;
        }
        if (isLiteral) {
            return end - start == literal.length() && text.startsWith(literal, start);
        }
        return new Walk(symbols, 0, symbols.length, text, start, end).arrives();
    }

    /** Returns whether the part of the text matches these symbols. */
    static boolean matches(int[] symbols, int from, int to, String text, int start, int end) {
        return new Walk(symbols, from, to, text, start, end).arrives();
    }

    /**
     * One walk along a pattern and a text. What follows a {@code *} is taken where it first fits: a later place could
     * only leave less text to what comes after. A run that may not cross a colon and is stopped by one gives way to the
     * last run that may.
     */
    private static final class Walk {
        private static final int NOWHERE = -1;

        private final int[] symbols;
        private final int to;
        private final String text;
        private final int end;
        private int symbol;
        private int at;
        private int behindRun = NOWHERE;
        private int runEnd;
        private int behindInner = NOWHERE;
        private int innerEnd;

        Walk(int[] symbols, int from, int to, String text, int start, int end) {
            this.symbols = symbols;
            this.symbol = from;
            this.to = to;
            this.text = text;
            this.at = start;
            this.end = end;
        }

        boolean arrives() {
            while (symbol < to || at < end) {
                if (!isRun() && !step() && (at == end || !lengthen())) {
                    return false;
                }
            }
            return true;
        }

        private boolean isRun() {
            if (symbol == to) {
                return false;
            }
            if (symbols[symbol] == RUN) {
                behindRun = ++symbol;
                runEnd = symbol == to ? end : at;
                at = runEnd;
                behindInner = NOWHERE;
                return true;
            }
            if (symbols[symbol] == RUN_IN_SEGMENT) {
                behindInner = ++symbol;
                innerEnd = at;
                return true;
            }
            return false;
        }

        private boolean step() {
            if (symbol == to || at == end) {
                return false;
            }
            int character = text.codePointAt(at);
            int wanted = symbols[symbol];
            if (wanted != character && wanted != ONE && (wanted != ONE_IN_SEGMENT || character == ':')) {
                return false;
            }
            symbol++;
            at += Character.charCount(character);
            return true;
        }

        /** Lets a run take one character more and starts again behind it. */
        private boolean lengthen() {
            if (behindInner != NOWHERE && text.charAt(innerEnd) != ':') {
                innerEnd += Character.charCount(text.codePointAt(innerEnd));
                symbol = behindInner;
                at = innerEnd;
                return true;
            }
            if (behindRun == NOWHERE) {
                return false;
            }
            runEnd += Character.charCount(text.codePointAt(runEnd));
            symbol = behindRun;
            at = runEnd;
            behindInner = NOWHERE;
            return true;
        }
    }
}
