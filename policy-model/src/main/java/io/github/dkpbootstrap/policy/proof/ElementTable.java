// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.proof;

import io.github.dkpbootstrap.policy.proof.Element.Sense;
import io.github.dkpbootstrap.policy.proof.GlobProduct.Empty;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** One element of every statement of both documents, and which of them one text can match together. */
final class ElementTable {
    private static final int MAX_OPEN = 20;

    private final List<Element> elements;
    private final Polarity polarity;
    private final List<Glob> globs = new ArrayList<>();
    private final Map<Glob, Integer> numbers = new LinkedHashMap<>();
    private final List<Meaning.Open> open;
    private final Budget budget;
    private Optional<GlobText> texts = Optional.empty();

    ElementTable(List<Element> elements, Polarity polarity, Budget budget) {
        this.elements = List.copyOf(elements);
        this.polarity = polarity;
        this.budget = budget;
        LinkedHashSet<Meaning.Open> all = new LinkedHashSet<>();
        elements.stream().flatMap(element -> element.entries().stream()).forEach(entry -> {
            if (entry instanceof Meaning.Matching matching) {
                number(matching.glob());
            } else if (entry instanceof Meaning.Open each && all.add(each)) {
                number(each.bound());
            }
        });
        open = List.copyOf(all);
    }

    private void number(Glob glob) {
        if (!numbers.containsKey(glob)) {
            numbers.put(glob, globs.size());
            globs.add(glob);
        }
    }

    boolean hasOpen() {
        return !open.isEmpty();
    }

    /** Returns the sets of statements whose elements one text can match, the best for a search only. */
    List<ElementClass> classes(OpenParts openParts, Empty empty) {
        Map<BitSet, ElementClass> found = new LinkedHashMap<>();
        for (GlobClass each : GlobProduct.classes(globs, empty, budget)) {
            for (BitSet statements : statements(each.matches(), openParts)) {
                budget.spend(1);
                found.putIfAbsent(statements, new ElementClass(statements, each.witness()));
            }
        }
        return polarity.best(List.copyOf(found.values()), budget);
    }

    /** Returns the statements that one given text matches, with its open parts taken against the search. */
    BitSet statementsOf(String text) {
        if (texts.isEmpty()) {
            texts = Optional.of(new GlobText(globs));
        }
        return against(texts.get().matches(text));
    }

    private List<BitSet> statements(BitSet matches, OpenParts openParts) {
        if (openParts == OpenParts.AGAINST_THE_SEARCH || open.isEmpty()) {
            return List.of(against(matches));
        }
        List<Meaning.Open> possible =
                open.stream().filter(each -> matches.get(number(each))).collect(Collectors.toList());
        if (possible.size() > MAX_OPEN) {
            throw new Budget.SpentException();
        }
        return Subsets.of(possible)
                .map(matched -> {
                    budget.spend(elements.size());
                    return where(matches, matched);
                })
                .toList();
    }

    private int number(Meaning.Open each) {
        return numbers.getOrDefault(each.bound(), -1);
    }

    private BitSet where(BitSet matches, Set<Meaning.Open> matched) {
        BitSet statements = new BitSet();
        for (int i = 0; i < elements.size(); i++) {
            boolean any = elements.get(i).entries().stream()
                    .anyMatch(entry -> entry instanceof Meaning.Matching matching
                            ? matches.get(numbers.getOrDefault(matching.glob(), -1))
                            : entry instanceof Meaning.Open each && matched.contains(each));
            statements.set(i, any == (elements.get(i).sense() == Sense.ANY_OF));
        }
        return statements;
    }

    /** An open entry matches, where it can, if that makes a hindering statement match or a helpful one not. */
    private BitSet against(BitSet matches) {
        BitSet statements = new BitSet();
        for (int i = 0; i < elements.size(); i++) {
            boolean isAnyOf = elements.get(i).sense() == Sense.ANY_OF;
            boolean openMatches = isAnyOf != polarity.helps(i);
            boolean any = elements.get(i).entries().stream().anyMatch(entry -> matches(entry, matches, openMatches));
            statements.set(i, any == isAnyOf);
        }
        return statements;
    }

    private boolean matches(Meaning entry, BitSet matches, boolean openMatches) {
        if (entry instanceof Meaning.Open each) {
            return openMatches && matches.get(number(each));
        }
        return entry instanceof Meaning.Matching matching && matches.get(numbers.getOrDefault(matching.glob(), -1));
    }
}
