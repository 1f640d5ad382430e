// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.analysis;

import io.github.dkpbootstrap.policy.OneOrMore;
import io.github.dkpbootstrap.policy.PolicyString;
import io.github.dkpbootstrap.policy.Principal;
import io.github.dkpbootstrap.policy.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The entries of a statement by element, in a form that can be compared and shown. */
final class StatementEntries {
    private final Map<String, List<String>> byElement = new LinkedHashMap<>();

    StatementEntries(Statement statement) {
        byElement.put("Effect", List.of(statement.effect().text()));
        byElement.put("Principal", principal(statement.principal()));
        byElement.put("NotPrincipal", principal(statement.notPrincipal()));
        byElement.put("Action", list(statement.actions(), pattern -> text(pattern.value())));
        byElement.put("NotAction", list(statement.notActions(), pattern -> text(pattern.value())));
        byElement.put("Resource", list(statement.resources(), pattern -> text(pattern.value())));
        byElement.put("NotResource", list(statement.notResources(), pattern -> text(pattern.value())));
        List<String> conditions = new ArrayList<>();
        statement.conditions().forEach(condition -> conditions.add(Wording.written(condition)));
        byElement.put("Condition", conditions);
    }

    static List<ElementChange> changes(Optional<Statement> before, Optional<Statement> after) {
        Map<String, List<String>> old = before.map(StatementEntries::of).orElse(Map.of());
        Map<String, List<String>> now = after.map(StatementEntries::of).orElse(Map.of());
        List<ElementChange> changes = new ArrayList<>();
        for (String element : (now.isEmpty() ? old : now).keySet()) {
            List<String> gained = without(now.getOrDefault(element, List.of()), old.getOrDefault(element, List.of()));
            List<String> lost = without(old.getOrDefault(element, List.of()), now.getOrDefault(element, List.of()));
            if (!gained.isEmpty() || !lost.isEmpty()) {
                changes.add(ElementChange.of(element, gained, lost));
            }
        }
        return changes;
    }

    /** Returns how many entries two statements share; none for different effects. */
    static long shared(Statement one, Statement other) {
        Map<String, List<String>> others = of(other);
        return one.effect() != other.effect()
                ? 0
                : of(one).entrySet().stream()
                        .filter(entry -> !entry.getKey().equals("Effect"))
                        .flatMap(entry -> entry.getValue().stream()
                                .filter(others.getOrDefault(entry.getKey(), List.of())::contains))
                        .count();
    }

    private static Map<String, List<String>> of(Statement statement) {
        return new StatementEntries(statement).byElement;
    }

    private static List<String> without(List<String> list, List<String> others) {
        return list.stream().filter(entry -> !others.contains(entry)).toList();
    }

    private static <T> List<String> list(Optional<OneOrMore<T>> entries, Function<T, String> text) {
        return entries.map(list -> list.stream().map(text).toList()).orElse(List.of());
    }

    private static List<String> principal(Optional<Principal> principal) {
        if (principal.isEmpty()) {
            return List.of();
        }
        if (!(principal.get() instanceof Principal.Identities identities)) {
            return List.of("*");
        }
        List<String> entries = new ArrayList<>();
        identities.ids().forEach((type, ids) -> ids.forEach(id -> entries.add(type.text() + ": " + text(id))));
        return entries;
    }

    private static String text(PolicyString string) {
        return Wording.text(string);
    }
}
