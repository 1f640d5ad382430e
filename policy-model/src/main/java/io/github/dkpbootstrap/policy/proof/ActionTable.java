// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.proof;

import io.github.dkpbootstrap.policy.PolicyString;
import io.github.dkpbootstrap.policy.proof.Element.Sense;
import io.github.dkpbootstrap.policy.proof.GlobProduct.Empty;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The actions of all statements, service by service: a pattern has no wildcard in the service. */
final class ActionTable {
    private final List<ComparedStatement> statements;
    private final Polarity polarity;
    private final Budget budget;
    private final Map<String, String> services = new LinkedHashMap<>();
    private final Map<String, ElementTable> tables = new HashMap<>();

    ActionTable(List<ComparedStatement> statements, Polarity polarity, Budget budget) {
        this.statements = List.copyOf(statements);
        this.polarity = polarity;
        this.budget = budget;
        statements.stream()
                .flatMap(statement -> statement.actions().stream())
                .flatMap(pattern -> pattern.text().stream())
                .flatMap(pattern -> ActionNames.service(pattern).stream())
                .forEach(service -> services.putIfAbsent(ActionNames.folded(service), service));
        String other = "x";
        while (services.containsKey(other)) {
            other += "x";
        }
        services.put(other, other);
    }

    boolean hasOpen() {
        return statements.stream()
                .flatMap(statement -> statement.actions().stream())
                .anyMatch(pattern -> pattern.text().isEmpty());
    }

    /** Returns the sets of statements whose actions one action can match, the best for a search only. */
    List<ElementClass> classes(OpenParts openParts) {
        List<ElementClass> all = new ArrayList<>();
        services.forEach((folded, service) -> table(folded)
                .classes(openParts, Empty.DOES_NOT)
                .forEach(each -> all.add(new ElementClass(each.statements(), service + ":" + each.witness()))));
        return polarity.best(all, budget);
    }

    /** Returns the statements that one action matches, with open parts taken against the search. */
    BitSet statementsOf(String action) {
        int colon = action.indexOf(':');
        return table(ActionNames.folded(action.substring(0, colon)))
                .statementsOf(action.substring(colon + 1).toLowerCase(Locale.ROOT));
    }

    private ElementTable table(String folded) {
        return tables.computeIfAbsent(
                folded,
                service -> new ElementTable(
                        statements.stream()
                                .map(statement -> element(statement, service))
                                .collect(Collectors.toList()),
                        polarity,
                        budget));
    }

    private static Element element(ComparedStatement statement, String folded) {
        Sense sense = statement.isOnAllActionsBut() ? Sense.NONE_OF : Sense.ANY_OF;
        return new Element(
                sense,
                statement.actions().stream()
                        .map(pattern -> meaning(pattern, folded))
                        .collect(Collectors.toList()));
    }

    private static Meaning meaning(PolicyString pattern, String folded) {
        return pattern.text()
                .map(text -> ActionNames.in(folded, text))
                .orElseGet(() -> new Meaning.Open(List.of("action", pattern), Glob.everything()));
    }
}
