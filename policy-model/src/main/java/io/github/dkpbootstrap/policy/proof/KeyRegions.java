// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.proof;

import io.github.dkpbootstrap.policy.ConditionOperator.SetQuantifier;
import io.github.dkpbootstrap.policy.proof.Readings.Rule;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which conditions on one key can hold together: in a request without the key, with one value, and with several. One
 * value that is twice in a list makes a list of two.
 */
final class KeyRegions {
    private final List<ConditionUse> uses;
    private final BaseValues values;
    private final OpenParts openParts;
    private final Budget budget;
    private final BitSet presence;
    private final BitSet forAll;
    private final BitSet forAny;
    private final Map<BitSet, KeyClass> found = new LinkedHashMap<>();

    /** A list of at least two values: what all of them satisfy, what one of them does, and the values. */
    private record Several(BitSet all, BitSet any, List<String> values) {}

    KeyRegions(List<ConditionUse> uses, BaseValues values, Readings readings, OpenParts openParts, Budget budget) {
        this.uses = List.copyOf(uses);
        this.values = values;
        this.openParts = openParts;
        this.budget = budget;
        presence = new BitSet();
        forAll = new BitSet();
        forAny = new BitSet();
        for (int i = 0; i < uses.size(); i++) {
            ConditionUse use = uses.get(i);
            presence.set(i, use.asksForPresence());
            forAny.set(i, use.has(SetQuantifier.FOR_ANY_VALUE) && !use.asksForPresence());
            boolean plainOnAll = use.isPlain() && use.comparison().negated() && readings.isOther(Rule.SEVERAL_VALUES);
            forAll.set(i, (use.has(SetQuantifier.FOR_ALL_VALUES) || plainOnAll) && !use.asksForPresence());
        }
    }

    /** Returns all classes, those without the key first, then those with one value. */
    List<KeyClass> all() {
        addAbsent();
        List<BaseValue> base = values.all();
        base.forEach(this::addSingle);
        addSeveral(base);
        return List.copyOf(found.values());
    }

    /** Returns the classes of requests without the key. */
    List<KeyClass> absent() {
        addAbsent();
        return List.copyOf(found.values());
    }

    /** Returns the classes of requests with this one value. */
    List<KeyClass> single(String value) {
        values.of(value).forEach(this::addSingle);
        return List.copyOf(found.values());
    }

    private void addAbsent() {
        BitSet holding = new BitSet();
        for (int i = 0; i < uses.size(); i++) {
            holding.set(i, !presence.get(i) && uses.get(i).holdsWithoutKey());
        }
        add(holding, "true", List.of());
    }

    private void addSingle(BaseValue value) {
        BitSet holding = (BitSet) value.holding().clone();
        holding.andNot(presence);
        add(holding, "false", List.of(value.text()));
    }

    /** Adds a class with what its conditions on presence say; those of intrinsics say both, or what hinders. */
    private void add(BitSet holding, String absent, List<String> sample) {
        Set<BitSet> ways = new LinkedHashSet<>(Set.of(holding));
        presence.stream().forEach(i -> {
            ConditionUse use = uses.get(i);
            boolean surely = use.values().stream()
                    .flatMap(value -> value.text().stream())
                    .anyMatch(absent::equalsIgnoreCase);
            boolean isOpen = !surely
                    && use.values().stream().anyMatch(value -> value.text().isEmpty());
            boolean either = isOpen && openParts == OpenParts.EITHER_WAY;
            for (BitSet way : List.copyOf(ways)) {
                ways.remove(way);
                if (surely || (isOpen && (either || !use.helps()))) {
                    BitSet with = (BitSet) way.clone();
                    with.set(i);
                    ways.add(with);
                }
                if (!surely && (!isOpen || either || use.helps())) {
                    ways.add(way);
                }
            }
        });
        budget.spend(ways.size());
        ways.forEach(way -> found.putIfAbsent(way, new KeyClass(way, sample)));
    }

    private void addSeveral(List<BaseValue> base) {
        Deque<Several> queue = new ArrayDeque<>();
        Set<List<BitSet>> seen = new LinkedHashSet<>();
        Map<List<BitSet>, BaseValue> distinct = new LinkedHashMap<>();
        base.forEach(value -> distinct.putIfAbsent(List.of(masked(value, forAll), masked(value, forAny)), value));
        distinct.values()
                .forEach(value -> distinct.values().forEach(other -> {
                    Several one = new Several(masked(value, forAll), masked(value, forAny), List.of(value.text()));
                    enqueue(with(one, other), seen, queue);
                }));
        while (!queue.isEmpty()) {
            Several several = queue.remove();
            BitSet holding = (BitSet) several.all().clone();
            holding.or(several.any());
            add(holding, "false", several.values());
            distinct.values().forEach(value -> enqueue(with(several, value), seen, queue));
        }
    }

    private void enqueue(Several several, Set<List<BitSet>> seen, Deque<Several> queue) {
        budget.spend(1);
        if (seen.add(List.of(several.all(), several.any()))) {
            queue.add(several);
        }
    }

    private Several with(Several several, BaseValue value) {
        BitSet all = (BitSet) several.all().clone();
        all.and(value.holding());
        BitSet any = (BitSet) several.any().clone();
        any.or(masked(value, forAny));
        List<String> more = new ArrayList<>(several.values());
        more.add(value.text());
        return new Several(all, any, more);
    }

    private static BitSet masked(BaseValue value, BitSet mask) {
        BitSet masked = (BitSet) value.holding().clone();
        masked.and(mask);
        return masked;
    }
}
