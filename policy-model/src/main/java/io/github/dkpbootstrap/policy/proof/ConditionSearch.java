// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.proof;

import io.github.dkpbootstrap.policy.proof.ConditionSpace.Place;
import io.github.dkpbootstrap.policy.proof.ConditionSpace.RegionedKey;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finds a context in which all conditions of one statement hold, and of each of several others one does not. Every key
 * keeps the set of its classes that are still possible; a statement that leaves but one way is followed first.
 */
final class ConditionSearch {
    private final ConditionSpace space;
    private final Budget budget;

    ConditionSearch(ConditionSpace space, Budget budget) {
        this.space = space;
        this.budget = budget;
    }

    /**
     * Returns a context in which the conditions of all statements of {@code holding} hold, and those of none of
     * {@code failing}.
     */
    Optional<Map<String, List<String>>> context(List<Integer> holding, List<Integer> failing) {
        List<BitSet> possible = new ArrayList<>();
        for (RegionedKey key : space.keys()) {
            BitSet all = new BitSet();
            all.set(0, key.classes().size());
            possible.add(all);
        }
        for (int statement : holding) {
            for (Place place : space.places(statement)) {
                if (!restrict(possible, place, true)) {
                    return Optional.empty();
                }
            }
        }
        return search(possible, failing).map(this::context);
    }

    private boolean restrict(List<BitSet> possible, Place place, boolean holds) {
        BitSet left = possible.get(place.key());
        left.and(space.classesWhere(place, holds));
        return !left.isEmpty();
    }

    private Optional<List<BitSet>> search(List<BitSet> possible, List<Integer> failing) {
        budget.spend(1L + failing.size());
        List<Integer> rest = failing.stream()
                .filter(statement -> !surelyFails(possible, statement))
                .collect(Collectors.toList());
        if (rest.isEmpty()) {
            return Optional.of(possible);
        }
        List<Place> fewest = List.of();
        int chosen = -1;
        for (int statement : rest) {
            List<Place> ways = space.places(statement).stream()
                    .filter(place -> canFail(possible, place))
                    .collect(Collectors.toList());
            if (chosen < 0 || ways.size() < fewest.size()) {
                fewest = ways;
                chosen = statement;
            }
        }
        List<Integer> others = new ArrayList<>(rest);
        others.remove(Integer.valueOf(chosen));
        for (Place way : fewest) {
            List<BitSet> copy =
                    possible.stream().map(set -> (BitSet) set.clone()).collect(Collectors.toList());
            if (restrict(copy, way, false)) {
                Optional<List<BitSet>> found = search(copy, others);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private boolean canFail(List<BitSet> possible, Place place) {
        return space.classesWhere(place, false).intersects(possible.get(place.key()));
    }

    private boolean surelyFails(List<BitSet> possible, int statement) {
        return space.places(statement).stream()
                .anyMatch(place -> !space.classesWhere(place, true).intersects(possible.get(place.key())));
    }

    private Map<String, List<String>> context(List<BitSet> possible) {
        Map<String, List<String>> context = new LinkedHashMap<>();
        for (int i = 0; i < possible.size(); i++) {
            RegionedKey key = space.keys().get(i);
            List<String> values =
                    key.classes().get(possible.get(i).nextSetBit(0)).values();
            if (!values.isEmpty()) {
                context.put(key.name(), values);
            }
        }
        return context;
    }
}
