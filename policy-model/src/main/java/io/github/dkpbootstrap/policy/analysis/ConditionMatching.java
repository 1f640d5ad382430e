// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.analysis;

import io.github.dkpbootstrap.policy.Comparison;
import io.github.dkpbootstrap.policy.Condition;
import io.github.dkpbootstrap.policy.ConditionOperator;
import io.github.dkpbootstrap.policy.ConditionOperator.SetQuantifier;
import io.github.dkpbootstrap.policy.ConditionValue;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Whether a condition holds in the context of a request (rules 16 to 19). */
final class ConditionMatching {
    private final RequestContext context;
    private final Variables variables;

    ConditionMatching(RequestContext context, Variables variables) {
        this.context = context;
        this.variables = variables;
    }

    ElementResult match(Condition condition) {
        List<String> given = context.values(condition.key());
        return new ElementResult(outcome(condition, given), Wording.condition(condition, given));
    }

    private Outcome outcome(Condition condition, List<String> given) {
        ConditionOperator operator = condition.operator();
        if (operator.comparison() == Comparison.NULL) {
            return anyValue(condition, wanted -> wanted.equalsIgnoreCase(given.isEmpty() ? "true" : "false"));
        }
        if (given.isEmpty()) {
            return Outcome.of(holdsWithoutKey(operator));
        }
        Optional<SetQuantifier> quantifier = operator.quantifier();
        if (quantifier.isEmpty()) {
            return given.size() == 1 ? one(condition, given.get(0)) : Outcome.NO;
        }
        return quantifier.get() == SetQuantifier.FOR_ALL_VALUES
                ? Outcome.all(given.stream().map(value -> one(condition, value)))
                : Outcome.any(given.stream().map(value -> one(condition, value)));
    }

    private static boolean holdsWithoutKey(ConditionOperator operator) {
        if (operator.isIfExists()) {
            return true;
        }
        return operator.quantifier()
                .map(quantifier -> quantifier == SetQuantifier.FOR_ALL_VALUES)
                .orElse(operator.comparison().negated());
    }

    private Outcome one(Condition condition, String given) {
        Comparison comparison = condition.operator().comparison();
        ValueTest test = ValueTest.of(comparison.family(), variables);
        Outcome any = anyValue(condition, wanted -> test.matches(comparison, given, wanted));
        return comparison.negated() ? any.not() : any;
    }

    private static Outcome anyValue(Condition condition, Function<String, Boolean> matches) {
        return Outcome.any(condition.values().stream()
                .map(ConditionValue::value)
                .map(value -> value.text()
                        .map(text -> Outcome.of(matches.apply(text)))
                        .orElse(Outcome.OPEN)));
    }
}
