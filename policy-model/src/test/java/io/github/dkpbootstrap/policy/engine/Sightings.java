// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.engine;

import io.github.dkpbootstrap.policy.Comparison;
import io.github.dkpbootstrap.policy.Condition;
import io.github.dkpbootstrap.policy.ConditionOperator;
import io.github.dkpbootstrap.policy.Statement;
import io.github.dkpbootstrap.policy.analysis.Decision;
import io.github.dkpbootstrap.policy.analysis.PolicySet;
import io.github.dkpbootstrap.policy.analysis.StatementResult;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a random test has come across, to show that it was about something. */
final class Sightings {
    static final List<ConditionOperator> OPERATORS = Stream.of(Comparison.values())
            .map(ConditionOperator::of)
            .flatMap(plain -> Stream.of(plain, plain.forAllValues(), plain.forAnyValue()))
            .flatMap(operator -> operator.comparison() == Comparison.NULL
                    ? Stream.of(operator)
                    : Stream.of(operator, operator.ifExists()))
            .collect(Collectors.toList());

    private final Map<String, Integer> seen = new TreeMap<>();
    private final Set<String> reasons = new TreeSet<>();

    void add(String what) {
        seen.merge(what, 1, Integer::sum);
    }

    int count(String what) {
        return seen.getOrDefault(what, 0);
    }

    /** Notes the verdict, and for each condition that was reached whether it held. */
    void add(Decision decision, Map<String, Statement> statements) {
        add(decision.verdict().name());
        reasons.add(decision.reason().replaceAll("\\d", "").replaceAll("^\\w+\\[?]?\\.", ""));
        for (StatementResult result : decision.statements()) {
            if (result.matches()) {
                List<Condition> conditions = Objects.requireNonNull(statements.get(result.location()))
                        .conditions();
                conditions.forEach(condition -> add(condition.operator() + " holds"));
            } else if (result.reason().startsWith("Condition ")) {
                add(result.reason().split(" ", 3)[1] + " does not hold");
            }
        }
    }

    /** Returns the statements by their place. */
    static Map<String, Statement> statements(PolicySet policies) {
        Map<String, Statement> statements = new HashMap<>();
        for (CompiledStatement each : new PolicySetReader(policies).statements()) {
            statements.put(each.place().location(), each.place().statement());
        }
        return statements;
    }

    /** Returns the sentences that gave reasons, places left out. */
    Set<String> reasons() {
        return reasons;
    }
}
