// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.engine;

import io.github.dkpbootstrap.policy.Comparison;
import io.github.dkpbootstrap.policy.Condition;
import io.github.dkpbootstrap.policy.ConditionOperator;
import io.github.dkpbootstrap.policy.ConditionOperator.SetQuantifier;
import io.github.dkpbootstrap.policy.engine.ValueCondition.Several;
import java.util.List;

/** Reads the conditions of one document. */
final class ConditionReader {
    private final ValuesReader values;

    ConditionReader(VariableUse variables) {
        this.values = new ValuesReader(variables);
    }

    ConditionTest read(Condition condition) {
        Comparison comparison = condition.operator().comparison();
        ContextKey key = new ContextKey(condition.key());
        List<String> written = condition.values().stream()
                .flatMap(value -> value.value().text().stream())
                .toList();
        boolean open = written.size() < condition.values().values().size();
        Answer unmatched = open ? Answer.OPEN : Answer.NO;
        if (comparison == Comparison.NULL) {
            return new NullCondition(key, new TruthValues(written), unmatched);
        }
        boolean negated = ValuesReader.isNegated(comparison);
        return new ValueCondition(
                key,
                values.read(comparison, written),
                several(condition.operator()),
                ifAbsent(condition.operator(), negated),
                Answer.of(!negated),
                negated ? unmatched.not() : unmatched);
    }

    private static Several several(ConditionOperator operator) {
        return operator.quantifier()
                .map(quantifier -> quantifier == SetQuantifier.FOR_ALL_VALUES ? Several.ALL : Several.ANY)
                .orElse(Several.REFUSED);
    }

    private static Answer ifAbsent(ConditionOperator operator, boolean negated) {
        return switch (several(operator)) {
            case ALL -> Answer.YES;
            case ANY -> Answer.of(operator.isIfExists());
            case REFUSED -> Answer.of(operator.isIfExists() || negated);
        };
    }
}
