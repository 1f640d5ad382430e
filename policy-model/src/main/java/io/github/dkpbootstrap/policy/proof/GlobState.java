// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.proof;

import java.util.Arrays;

/** Where in several patterns a text can have led: a set of places, 64 to a word. Never changed once it is shared. */
final class GlobState {
    /** The golden ratio in 64 bits: few bits are set in most words, and must not fall together. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final long[] words;
    private final int hash;

    GlobState(long[] words) {
        this.words = words;
        long mixed = 0;
        for (long word : words) {
            mixed = Long.rotateLeft(mixed, 5) ^ word * SPREAD;
        }
        hash = Long.hashCode(mixed * SPREAD);
    }

    long word(int at) {
        return words[at];
    }

    boolean has(int place) {
        return (words[place / Long.SIZE] >>> (place % Long.SIZE) & 1) != 0;
    }

    boolean isEmpty() {
        for (long word : words) {
            if (word != 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GlobState state && Arrays.equals(words, state.words);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
