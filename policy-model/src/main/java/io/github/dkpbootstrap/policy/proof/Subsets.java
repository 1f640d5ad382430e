// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.proof;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The subsets of a few things, one after the other, the empty one first. */
final class Subsets {
    private Subsets() {}

    static <T> Stream<Set<T>> of(Collection<T> things) {
        List<T> list = List.copyOf(things);
        return IntStream.range(0, 1 << list.size()).mapToObj(choice -> chosen(list, choice));
    }

    private static <T> Set<T> chosen(List<T> list, int choice) {
        Set<T> chosen = new LinkedHashSet<>();
        for (int i = 0; i < list.size(); i++) {
            if ((choice >> i & 1) != 0) {
                chosen.add(list.get(i));
            }
        }
        return chosen;
    }
}
