// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.report;

import io.github.dkpbootstrap.policy.Comparison;
import io.github.dkpbootstrap.policy.Condition;
import io.github.dkpbootstrap.policy.ConditionOperator;
import io.github.dkpbootstrap.policy.ConditionOperator.SetQuantifier;
import io.github.dkpbootstrap.policy.ConditionValue;
import io.github.dkpbootstrap.policy.internal.SecretKeys;
import io.github.dkpbootstrap.policy.report.page.Line;
import java.util.List;

/** Conditions as sentences. The values of secret keys are never shown. */
final class ConditionWords {
    private ConditionWords() {}

    static Line of(Condition condition) {
        if (condition.operator().comparison() == Comparison.NULL) {
            return presence(condition);
        }
        String note = isMetByAbsence(condition.operator()) ? " (or the request has no such key)" : "";
        return Line.of("only if " + subject(condition.operator()))
                .code(condition.key())
                .text(" " + ComparisonWords.of(condition) + " ")
                .line(values(condition))
                .text(hint(condition.operator().comparison()) + note);
    }

    /** Returns whether a condition also holds if the request has no such key. Null asks just that, and is left out. */
    static boolean isMetByAbsence(ConditionOperator operator) {
        if (operator.comparison() == Comparison.NULL) {
            return false;
        }
        if (operator.isIfExists() || isForAll(operator)) {
            return true;
        }
        return operator.quantifier().isEmpty() && operator.comparison().negated();
    }

    private static Line presence(Condition condition) {
        List<ConditionValue> values = condition.values().values();
        String value = values.get(0).value().text().orElse("");
        if (values.size() == 1 && (value.equals("true") || value.equals("false"))) {
            String has = value.equals("true") ? "only if the request does not have " : "only if the request has ";
            return Line.of(has).code(condition.key());
        }
        return Line.of("only if it is one of ")
                .line(values(condition))
                .text(" that the request lacks ")
                .code(condition.key());
    }

    private static String subject(ConditionOperator operator) {
        return operator.quantifier()
                .map(quantifier ->
                        quantifier == SetQuantifier.FOR_ALL_VALUES ? "every value of " : "at least one value of ")
                .orElse("");
    }

    private static Line values(Condition condition) {
        List<ConditionValue> values = condition.values().values();
        if (SecretKeys.isSecret(condition.key())) {
            return Line.empty()
                    .code("****")
                    .text(" (" + Numbers.of(values.size(), "secret value") + ", not shown here)");
        }
        return list(values);
    }

    private static Line list(List<ConditionValue> values) {
        return Line.empty()
                .list(values.stream().map(v -> Words.string(v.value())).toList(), " or ");
    }

    private static String hint(Comparison comparison) {
        return switch (comparison) {
            case STRING_EQUALS_IGNORE_CASE, STRING_NOT_EQUALS_IGNORE_CASE -> " in upper or lower case";
            case BINARY_EQUALS -> " (Base64)";
            default -> "";
        };
    }

    private static boolean isForAll(ConditionOperator operator) {
        return operator.quantifier()
                .filter(q -> q == SetQuantifier.FOR_ALL_VALUES)
                .isPresent();
    }
}
