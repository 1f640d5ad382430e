// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.proof;

import io.github.dkpbootstrap.policy.Comparison;
import io.github.dkpbootstrap.policy.Condition;
import io.github.dkpbootstrap.policy.ConditionOperator;
import io.github.dkpbootstrap.policy.ConditionOperator.SetQuantifier;
import io.github.dkpbootstrap.policy.ConditionValue;
import io.github.dkpbootstrap.policy.PolicyString;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A condition as the search asks it: two that mean the same are equal. Where it is open what a value of it matches, a
 * condition that helps a search is kept apart from one that hinders it.
 *
 * @param key the key in lower case
 * @param hasVariables whether the document has policy variables
 * @param helps whether the search wants the condition to hold
 */
record ConditionUse(
        String key, ConditionOperator operator, List<PolicyString> values, boolean hasVariables, boolean helps) {
    static ConditionUse of(Condition condition, boolean hasVariables, boolean helps) {
        List<PolicyString> values =
                condition.values().stream().map(ConditionValue::value).collect(Collectors.toList());
        return new ConditionUse(
                condition.key().toLowerCase(Locale.ROOT), condition.operator(), values, hasVariables, helps);
    }

    Comparison comparison() {
        return operator.comparison();
    }

    boolean asksForPresence() {
        return comparison() == Comparison.NULL;
    }

    boolean has(SetQuantifier quantifier) {
        return operator.quantifier().equals(Optional.of(quantifier));
    }

    boolean isPlain() {
        return operator.quantifier().isEmpty();
    }

    /** Returns whether the condition holds in a request without the key (rule 18). */
    boolean holdsWithoutKey() {
        return operator.isIfExists()
                || has(SetQuantifier.FOR_ALL_VALUES)
                || (isPlain() && comparison().negated());
    }
}
