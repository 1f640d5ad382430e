// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.minimise;

import io.github.dkpbootstrap.policy.OneOrMore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Lists of entries: what can be left out of them, and what two have in common. Order is kept. */
final class Lists {
    private Lists() {}

    /** Returns the shortest form: one value without brackets. Nothing for no values. */
    static <T> Optional<OneOrMore<T>> shaped(List<T> values) {
        return values.isEmpty()
                ? Optional.empty()
                : Optional.of(values.size() == 1 ? OneOrMore.one(values.get(0)) : OneOrMore.list(values));
    }

    /** Returns the entries that no other entry covers; of those that cover each other, the first. */
    static <T> List<T> uncovered(List<T> values, BiPredicate<T, T> covers) {
        List<T> left = new ArrayList<>(values);
        for (int i = left.size() - 1; i >= 0; i--) {
            T value = left.remove(i);
            if (left.stream().noneMatch(other -> covers.test(other, value))) {
                left.add(i, value);
            }
        }
        return left;
    }

    /** Returns the entries that nothing of {@code others} covers. */
    static <T> List<T> uncoveredBy(List<T> others, List<T> values, BiPredicate<T, T> covers) {
        return values.stream()
                .filter(value -> others.stream().noneMatch(other -> covers.test(other, value)))
                .collect(Collectors.toList());
    }

    /** Returns all entries of both, those with equal keys once. */
    static <T, K> List<T> union(List<T> one, List<T> other, Function<T, K> key) {
        Map<K, T> union = new LinkedHashMap<>();
        one.forEach(value -> union.putIfAbsent(key.apply(value), value));
        other.forEach(value -> union.putIfAbsent(key.apply(value), value));
        return new ArrayList<>(union.values());
    }

    /** Returns the entries of {@code one} whose keys {@code other} has too. */
    static <T, K> List<T> common(List<T> one, List<T> other, Function<T, K> key) {
        List<K> keys = other.stream().map(key).collect(Collectors.toList());
        return one.stream().filter(value -> keys.contains(key.apply(value))).collect(Collectors.toList());
    }

    /** Returns the entries of {@code one} whose keys {@code other} does not have. */
    static <T, K> List<T> without(List<T> one, List<T> other, Function<T, K> key) {
        List<K> keys = other.stream().map(key).collect(Collectors.toList());
        return one.stream().filter(value -> !keys.contains(key.apply(value))).collect(Collectors.toList());
    }
}
