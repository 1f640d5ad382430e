// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.PolicyString;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Finds what other entries of a list cover. Lists that are far too long for any policy are compared in part: with as many of
 * the entries that may cover others as make a quarter of a million comparisons.
 */
final class Redundancy {
    private static final int MAX_COMPARISONS = 250_000;

    private Redundancy() {}

    /** How entries of a list cover each other. */
    interface Covering<T> {
        /** Returns whether {@code wide} covers all that {@code narrow} does. */
        boolean covers(T wide, T narrow);

        /** Returns what an entry is if it covers only its equals, which have equal names; nothing if it may cover more. */
        Optional<String> name(T entry);
    }

    /**
     * Calls back with each entry that another covers, and with the one that covers it. Of two that cover each other the
     * later one counts as redundant.
     */
    static <T> void find(List<At<T>> entries, Covering<T> covering, BiConsumer<At<T>, At<T>> found) {
        Map<String, Integer> named = new HashMap<>();
        List<Integer> wide = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            Optional<String> name = covering.name(entries.get(i).value());
            int index = i;
            name.ifPresentOrElse(text -> named.putIfAbsent(text, index), () -> wide.add(index));
        }
        List<Integer> compared = wide.subList(0, Math.min(wide.size(), 1 + MAX_COMPARISONS / (1 + entries.size())));
        for (int i = 0; i < entries.size(); i++) {
            int index = i;
            At<T> entry = entries.get(i);
            covering.name(entry.value())
                    .map(named::get)
                    .filter(first -> first < index)
                    .or(() -> compared.stream()
                            .filter(other -> other != index && makesRedundant(entries, other, index, covering))
                            .findFirst())
                    .ifPresent(other -> found.accept(entry, entries.get(other)));
        }
    }

    static String message(PolicyString narrow, PolicyString wide) {
        return "%s is covered by %s".formatted(Quote.of(narrow), Quote.of(wide));
    }

    private static <T> boolean makesRedundant(List<At<T>> entries, int other, int index, Covering<T> covering) {
        T wide = entries.get(other).value();
        T narrow = entries.get(index).value();
        return covering.covers(wide, narrow) && (other < index || !covering.covers(narrow, wide));
    }
}
