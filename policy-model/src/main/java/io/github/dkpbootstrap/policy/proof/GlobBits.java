// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.proof;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Several patterns as one automaton: each place of each pattern is a bit, and a set of bits says where in all of them a
 * text can have led. One step is a shift: places whose symbol accepts the character move on, places with a loop stay.
 */
final class GlobBits {
    private static final int WORD = 64;

    private final int words;
    private final long[] anyLoop;
    private final long[] segmentLoop;
    private final long[] anyOne;
    private final long[] oneInSegment;
    private final long[] characters;
    private final int[] symbolAt;
    private final int[] acceptBits;
    private final Map<Integer, long[]> byCharacter = new HashMap<>();
    private final GlobState start;

    GlobBits(List<Glob> globs) {
        int bits = globs.stream().mapToInt(glob -> glob.length() + 1).sum();
        words = (bits + WORD - 1) / WORD;
        anyLoop = new long[words];
        segmentLoop = new long[words];
        anyOne = new long[words];
        oneInSegment = new long[words];
        characters = new long[words];
        symbolAt = new int[bits];
        acceptBits = new int[globs.size()];
        long[] first = new long[words];
        int bit = 0;
        for (int i = 0; i < globs.size(); i++) {
            set(first, bit);
            acceptBits[i] = bit + globs.get(i).length();
            bit = lay(globs.get(i), bit);
        }
        start = new GlobState(first);
    }

    private int lay(Glob glob, int first) {
        for (int place = 0; place <= glob.length(); place++) {
            switch (glob.loop(place)) {
                case ANY -> set(anyLoop, first + place);
                case IN_SEGMENT -> set(segmentLoop, first + place);
                case NONE -> {}
            }
            if (place < glob.length()) {
                symbol(glob.symbol(place), first + place);
            }
        }
        return first + glob.length() + 1;
    }

    private void symbol(int symbol, int bit) {
        symbolAt[bit] = symbol;
        switch (symbol) {
            case Glob.ANY_ONE -> set(anyOne, bit);
            case Glob.ONE_IN_SEGMENT -> set(oneInSegment, bit);
            default -> {
                set(characters, bit);
                if (Glob.isFolded(symbol)) {
                    CaseFolding.variants(Glob.unfolded(symbol)).forEach(variant -> expect(variant, bit));
                } else {
                    expect(symbol, bit);
                }
            }
        }
    }

    private void expect(int character, int bit) {
        set(byCharacter.computeIfAbsent(character, any -> new long[words]), bit);
    }

    /** Returns how many words of 64 places a state has: what one step costs. */
    int words() {
        return words;
    }

    GlobState start() {
        return start;
    }

    /** Returns where the character leads. */
    GlobState step(GlobState state, int character) {
        long[] expected = byCharacter.get(character);
        boolean inSegment = character != ':';
        long[] next = new long[words];
        long carry = 0;
        for (int i = 0; i < words; i++) {
            long moves = anyOne[i] | (inSegment ? oneInSegment[i] : 0) | (expected == null ? 0 : expected[i]);
            long stays = anyLoop[i] | (inSegment ? segmentLoop[i] : 0);
            long moved = state.word(i) & moves;
            next[i] = (state.word(i) & stays) | (moved << 1) | carry;
            carry = moved >>> (WORD - 1);
        }
        return new GlobState(next);
    }

    /** Adds the characters that lead elsewhere than all others do. */
    void addCharactersThatMatter(GlobState state, BitSet into) {
        for (int i = 0; i < words; i++) {
            if ((state.word(i) & (segmentLoop[i] | oneInSegment[i])) != 0) {
                into.set(':');
            }
            for (long rest = state.word(i) & characters[i]; rest != 0; rest &= rest - 1) {
                addCharacter(symbolAt[i * WORD + Long.numberOfTrailingZeros(rest)], into);
            }
        }
    }

    private static void addCharacter(int symbol, BitSet into) {
        if (Glob.isFolded(symbol)) {
            CaseFolding.variants(Glob.unfolded(symbol)).forEach(into::set);
        } else {
            into.set(symbol);
        }
    }

    /** Returns whether the text that led here matches the pattern with this number. */
    boolean accepts(GlobState state, int glob) {
        return state.has(acceptBits[glob]);
    }

    private static void set(long[] words, int bit) {
        words[bit / WORD] |= 1L << (bit % WORD);
    }
}
