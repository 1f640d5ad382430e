// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.proof;

import io.github.dkpbootstrap.policy.Comparison.Family;
import io.github.dkpbootstrap.policy.PolicyString;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The conditions on one key, asked of one value of it: which entries of them the value matches. */
final class ValueTests {
    private static final int MAX_OPEN = 10;

    /** What one value of a condition asks of a value of the request. */
    private sealed interface Entry {
        record Text(Glob glob) implements Entry {}

        record Typed(Predicate<String> test) implements Entry {}

        record Open(Object identity) implements Entry {}
    }

    private final List<ConditionUse> uses;
    private final List<List<Entry>> entries = new ArrayList<>();
    private final Set<Glob> globs = new LinkedHashSet<>();
    private final Map<Family, List<String>> typed = new LinkedHashMap<>();
    private final Set<Object> open = new LinkedHashSet<>();
    private final TextValues texts;
    private final VariableValues variables;

    ValueTests(List<ConditionUse> uses, Readings readings, VariableValues variables) {
        this.uses = List.copyOf(uses);
        this.texts = new TextValues(readings);
        this.variables = variables;
        uses.forEach(use -> entries.add(use.asksForPresence() ? List.of() : entries(use)));
    }

    private List<Entry> entries(ConditionUse use) {
        List<Entry> all = new ArrayList<>();
        use.values().forEach(value -> entry(use, value).ifPresent(all::add));
        return all;
    }

    private Optional<Entry> entry(ConditionUse use, PolicyString value) {
        if (value.text().isEmpty()) {
            Object identity = List.of(use.comparison().text().replace("Not", ""), value);
            open.add(identity);
            return Optional.of(new Entry.Open(identity));
        }
        String wanted = value.requireText();
        Optional<ValueType> type = ValueType.of(use.comparison().family());
        if (type.isPresent()) {
            typed.computeIfAbsent(use.comparison().family(), any -> new ArrayList<>())
                    .add(wanted);
            return Optional.of(new Entry.Typed(type.get().test(use.comparison(), wanted)));
        }
        Optional<VariableValues> values = use.hasVariables() ? Optional.of(variables) : Optional.empty();
        Meaning meaning = texts.meaning(use.comparison(), wanted, values);
        if (meaning instanceof Meaning.Matching matching) {
            globs.add(matching.glob());
            return Optional.of(new Entry.Text(matching.glob()));
        }
        if (meaning instanceof Meaning.Open each) {
            open.add(each.identity());
            return Optional.of(new Entry.Open(each.identity()));
        }
        return Optional.empty();
    }

    /** Returns the patterns that the conditions compare with as text. */
    List<Glob> globs() {
        return List.copyOf(globs);
    }

    /** Returns the values that are compared by what they mean, by family. */
    Map<Family, List<String>> typed() {
        return typed;
    }

    /** Returns what of the conditions is not known. */
    Set<Object> open() {
        return open;
    }

    /** Returns, in every way that the open parts allow, which conditions hold for a value alone. */
    List<BitSet> holding(Set<Glob> matched, Map<Family, String> typedValues, OpenParts openParts) {
        if (openParts == OpenParts.AGAINST_THE_SEARCH || open.isEmpty()) {
            return List.of(holding(matched, typedValues, Optional.empty()));
        }
        if (open.size() > MAX_OPEN) {
            throw new Budget.SpentException();
        }
        return Subsets.of(open)
                .map(chosen -> holding(matched, typedValues, Optional.of(chosen)))
                .toList();
    }

    private BitSet holding(Set<Glob> matched, Map<Family, String> typedValues, Optional<Set<Object>> chosen) {
        BitSet holding = new BitSet();
        for (int i = 0; i < uses.size(); i++) {
            ConditionUse use = uses.get(i);
            boolean negated = use.comparison().negated();
            String value = typedValues.getOrDefault(use.comparison().family(), "");
            boolean any = entries.get(i).stream()
                    .anyMatch(entry -> matches(entry, matched, value, chosen, negated == use.helps()));
            holding.set(i, any != negated);
        }
        return holding;
    }

    private static boolean matches(
            Entry entry, Set<Glob> matched, String value, Optional<Set<Object>> chosen, boolean against) {
        if (entry instanceof Entry.Text text) {
            return matched.contains(text.glob());
        }
        if (entry instanceof Entry.Typed test) {
            return test.test().test(value);
        }
        return chosen.map(all -> all.contains(((Entry.Open) entry).identity())).orElse(against);
    }
}
