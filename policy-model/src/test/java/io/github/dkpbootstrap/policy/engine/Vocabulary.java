// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.engine;

import io.github.dkpbootstrap.policy.Comparison.Family;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The values of conditions that one policy set and its requests are made of: a few of all {@link Words}. */
final class Vocabulary {
    private static final int COMMON = 6;

    private final Dice dice;
    private final Map<Family, List<String>> values = new EnumMap<>(Family.class);

    Vocabulary(Dice dice) {
        this.dice = dice;
        chooseAnew();
    }

    void chooseAnew() {
        for (Family family : Family.values()) {
            List<String> words = Words.values(family);
            List<String> common = words.subList(0, Math.min(COMMON, words.size()));
            values.put(family, List.of(dice.pick(common), dice.pick(common), dice.word(words), dice.word(words)));
        }
    }

    String value(Family family) {
        return dice.oneIn(20) ? dice.word(Words.values(family)) : dice.pick(values(family));
    }

    List<String> values(Family family) {
        return values.getOrDefault(family, List.of());
    }
}
