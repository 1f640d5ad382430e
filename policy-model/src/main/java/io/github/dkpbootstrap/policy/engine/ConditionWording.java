// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.engine;

import io.github.dkpbootstrap.policy.Comparison;
import io.github.dkpbootstrap.policy.Condition;
import io.github.dkpbootstrap.policy.ConditionValue;
import io.github.dkpbootstrap.policy.internal.SecretKeys;
import java.util.List;

/** Says what a request has and a condition wants. The values of secret keys are never shown. */
final class ConditionWording {
    private static final String MASK = "****";

    private ConditionWording() {}

    static String of(Condition condition, List<String> given) {
        boolean asksForKey = condition.operator().comparison() == Comparison.NULL;
        boolean secret = SecretKeys.isSecret(condition.key());
        StringBuilder words = new StringBuilder("Condition ")
                .append(condition.operator())
                .append(' ')
                .append(condition.key())
                .append(given.isEmpty() ? ": the request has no such key" : ": the request has ");
        if (!given.isEmpty()) {
            words.append(secret ? MASK : Quotes.texts(given, " and "));
        }
        if (given.size() > 1 && condition.operator().quantifier().isEmpty() && !asksForKey) {
            return words.append(", and the operator takes a single value").toString();
        }
        boolean negated =
                !asksForKey && ValuesReader.isNegated(condition.operator().comparison());
        return words.append(negated ? ", the policy wants none of " : ", the policy wants ")
                .append(secret && !asksForKey ? MASK : wanted(condition))
                .toString();
    }

    private static String wanted(Condition condition) {
        return Quotes.strings(condition.values().map(ConditionValue::value).values(), " or ");
    }
}
