// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.proof;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The ways in which the statements of both documents name callers. */
final class CallerClasses {
    private final List<ComparedStatement> statements;
    private final DocumentKind kind;
    private final OpenParts openParts;
    private final Budget budget;

    CallerClasses(List<ComparedStatement> statements, DocumentKind kind, OpenParts openParts, Budget budget) {
        this.statements = List.copyOf(statements);
        this.kind = kind;
        this.openParts = openParts;
        this.budget = budget;
    }

    List<CallerClass> all() {
        Map<List<Strength>, CallerClass> found = new LinkedHashMap<>();
        List<Naming> namings = statements.stream()
                .flatMap(statement -> statement.naming().stream())
                .collect(Collectors.toList());
        if (!kind.namesPrincipals()) {
            WitnessCaller user = WitnessCaller.of(WitnessCaller.Kind.USER, "arn:aws:iam::123456789012:user/someone");
            List<Strength> strengths = statements.stream()
                    .map(statement -> statement.naming().isEmpty() ? Strength.DIRECT : Strength.NONE)
                    .collect(Collectors.toList());
            return List.of(new CallerClass(user, strengths));
        }
        for (WitnessCaller caller : new CallerCandidates(namings).all()) {
            for (List<Strength> strengths : strengths(caller, namings)) {
                budget.spend(statements.size());
                found.putIfAbsent(key(caller, strengths), new CallerClass(caller, strengths));
            }
        }
        return List.copyOf(found.values());
    }

    /** The root user has no policies of its own that could matter, and so is kept apart. */
    private static List<Strength> key(WitnessCaller caller, List<Strength> strengths) {
        List<Strength> key = new ArrayList<>(strengths);
        key.add(caller.kind() == WitnessCaller.Kind.ROOT ? Strength.NONE : Strength.DIRECT);
        return key;
    }

    private List<List<Strength>> strengths(WitnessCaller caller, List<Naming> namings) {
        List<List<Strength>> all = new ArrayList<>();
        for (Map<Naming, Strength> chosen : choices(caller, namings)) {
            List<Strength> strengths = new ArrayList<>();
            for (ComparedStatement statement : statements) {
                strengths.add(strength(statement, caller, chosen));
            }
            all.add(strengths);
        }
        return all;
    }

    /** Returns every choice of strengths for the namings that intrinsics leave open. */
    private List<Map<Naming, Strength>> choices(WitnessCaller caller, List<Naming> namings) {
        List<Map<Naming, Strength>> choices = new ArrayList<>(List.of(Map.of()));
        if (openParts == OpenParts.AGAINST_THE_SEARCH) {
            return choices;
        }
        Set<Naming> open = namings.stream().filter(Naming::isOpen).collect(Collectors.toCollection(LinkedHashSet::new));
        for (Naming naming : open) {
            List<Map<Naming, Strength>> longer = new ArrayList<>();
            for (Map<Naming, Strength> choice : choices) {
                for (Strength strength : naming.strengths(caller)) {
                    budget.spend(1);
                    Map<Naming, Strength> more = new LinkedHashMap<>(choice);
                    more.put(naming, strength);
                    longer.add(more);
                }
            }
            choices = longer;
        }
        return choices;
    }

    private static Strength strength(ComparedStatement statement, WitnessCaller caller, Map<Naming, Strength> chosen) {
        Optional<Naming> naming = statement.naming();
        if (naming.isEmpty()) {
            return Strength.NONE;
        }
        if (chosen.containsKey(naming.get())) {
            return chosen.getOrDefault(naming.get(), Strength.NONE);
        }
        List<Strength> possible = List.copyOf(naming.get().strengths(caller));
        List<Strength> sorted = possible.stream().sorted().collect(Collectors.toList());
        return statement.isHelpful() ? sorted.get(0) : sorted.get(sorted.size() - 1);
    }
}
