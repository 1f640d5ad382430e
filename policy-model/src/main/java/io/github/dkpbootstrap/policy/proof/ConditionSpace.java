// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.proof;

import io.github.dkpbootstrap.policy.Condition;
import io.github.dkpbootstrap.policy.ConditionValue;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The conditions of all statements by their keys, and for each key what of them can hold together. */
final class ConditionSpace {
    /** A condition: its key's place in {@link #keys} and its place among the conditions on that key. */
    record Place(int key, int condition) {}

    /** A key as it is written, and its classes. */
    record RegionedKey(String name, List<KeyClass> classes) {}

    private final List<RegionedKey> keys = new ArrayList<>();
    private final List<List<Place>> byStatement = new ArrayList<>();
    private boolean exact = true;
    private boolean complete = true;

    ConditionSpace(List<ComparedStatement> statements, Readings readings, Assumptions assumptions, Budget budget) {
        Map<String, List<ConditionUse>> uses = new LinkedHashMap<>();
        Map<String, String> names = new LinkedHashMap<>();
        List<List<ConditionUse>> byStatementUses = new ArrayList<>();
        for (ComparedStatement statement : statements) {
            Set<ConditionUse> own = new LinkedHashSet<>();
            for (Condition condition : statement.statement().conditions()) {
                ConditionUse use = use(statement, condition, assumptions.openParts());
                names.putIfAbsent(use.key(), condition.key());
                List<ConditionUse> ofKey = uses.computeIfAbsent(use.key(), any -> new ArrayList<>());
                if (!ofKey.contains(use)) {
                    ofKey.add(use);
                }
                own.add(use);
            }
            byStatementUses.add(List.copyOf(own));
        }
        assumptions.variables().byKey().keySet().forEach(key -> {
            names.putIfAbsent(key, key);
            uses.putIfAbsent(key, List.of());
        });
        List<String> order = List.copyOf(uses.keySet());
        order.forEach(key -> keys.add(new RegionedKey(
                names.getOrDefault(key, key),
                classes(key, uses.getOrDefault(key, List.of()), readings, assumptions, budget))));
        byStatementUses.forEach(own -> byStatement.add(own.stream()
                .map(use -> new Place(
                        order.indexOf(use.key()),
                        uses.getOrDefault(use.key(), List.of()).indexOf(use)))
                .toList()));
    }

    private ConditionUse use(ComparedStatement statement, Condition condition, OpenParts openParts) {
        boolean canBeOpen = statement.hasVariables()
                || condition.values().stream()
                        .map(ConditionValue::value)
                        .anyMatch(value -> value.text().isEmpty());
        boolean apart = canBeOpen && openParts == OpenParts.AGAINST_THE_SEARCH;
        return ConditionUse.of(condition, statement.hasVariables(), !apart || statement.isHelpful());
    }

    private List<KeyClass> classes(
            String key, List<ConditionUse> uses, Readings readings, Assumptions assumptions, Budget budget) {
        ValueTests tests = new ValueTests(uses, readings, assumptions.variables());
        BaseValues values = new BaseValues(tests, assumptions.openParts(), budget);
        complete &= values.isComplete();
        exact &= tests.open().isEmpty() && !values.isMixed();
        KeyRegions regions = new KeyRegions(uses, values, readings, assumptions.openParts(), budget);
        Optional<String> fixed = assumptions.variables().byKey().getOrDefault(key, Optional.empty());
        if (fixed.isPresent()) {
            return regions.single(fixed.get());
        }
        return assumptions.variables().byKey().containsKey(key) ? regions.absent() : regions.all();
    }

    List<RegionedKey> keys() {
        return keys;
    }

    /** Returns the conditions of a statement. */
    List<Place> places(int statement) {
        return byStatement.get(statement);
    }

    /** Returns whether no open part or unsure region is left out or added. */
    boolean isExact() {
        return exact;
    }

    /** Returns whether every region of every key has been found. */
    boolean isComplete() {
        return complete;
    }

    /** Returns the classes of a key, by their places, in which a condition does or does not hold. */
    BitSet classesWhere(Place place, boolean holds) {
        List<KeyClass> classes = keys.get(place.key()).classes();
        BitSet where = new BitSet();
        for (int i = 0; i < classes.size(); i++) {
            where.set(i, classes.get(i).holding().get(place.condition()) == holds);
        }
        return where;
    }
}
