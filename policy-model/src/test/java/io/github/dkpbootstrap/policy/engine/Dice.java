// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.engine;

import java.util.List;
import java.util.Random;

/** Chance, by a seed. */
final class Dice {
    private static final String ODD_CHARACTERS = "*?:/${}',1a. \u212A\uD83D";

    private final Random random;

    Dice(long seed) {
        random = new Random(seed);
    }

    /** Returns true once in so many times. */
    boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    int upTo(int most) {
        return random.nextInt(most + 1);
    }

    <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    /** Returns a word, seldom with a character too many, changed or missing. */
    String word(List<String> words) {
        String word = pick(words);
        if (!oneIn(30)) {
            return word;
        }
        int at = upTo(word.length());
        String odd = String.valueOf(ODD_CHARACTERS.charAt(random.nextInt(ODD_CHARACTERS.length())));
        return word.substring(0, at) + (oneIn(3) ? "" : odd) + word.substring(Math.min(word.length(), at + upTo(1)));
    }

    /** Returns a key, seldom in other letters than others write it. */
    String spelled(String key) {
        if (oneIn(4)) {
            return key.toUpperCase(java.util.Locale.ROOT);
        }
        return key.endsWith("k") && oneIn(4) ? key.replace('k', '\u212A') : key;
    }
}
