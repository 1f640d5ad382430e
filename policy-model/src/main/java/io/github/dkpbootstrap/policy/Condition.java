// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy;

import io.github.dkpbootstrap.policy.internal.SecretKeys;
import io.github.dkpbootstrap.policy.internal.ValueStyle;
import java.util.List;
import java.util.stream.Collectors;
import org.immutables.value.Value;

/**
 * One test of a statement: an operator, a condition key of the request, and the values to compare it with. The
 * conditions of a statement must all hold; of the values of one condition, one must match (none, for a negated
 * operator).
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html">Condition</a>
 */
@ValueStyle
@Value.Immutable
public abstract class Condition {
    Condition() {}

    /** Returns the operator. */
    @Value.Parameter
    public abstract ConditionOperator operator();

    /** Returns the condition key, such as {@code iam:AWSServiceName}; upper and lower case do not matter to IAM. */
    @Value.Parameter
    public abstract String key();

    /** Returns the values to compare with. */
    @Value.Parameter
    public abstract OneOrMore<ConditionValue> values();

    /** Returns a condition on one value, written without brackets. */
    public static Condition of(ConditionOperator operator, String key, String value) {
        return of(operator, key, OneOrMore.one(ConditionValue.of(value)));
    }

    /** Returns a condition on a list of values. */
    public static Condition of(ConditionOperator operator, String key, List<String> values) {
        List<ConditionValue> list = values.stream().map(ConditionValue::of).collect(Collectors.toList());
        return of(operator, key, OneOrMore.list(list));
    }

    /** Returns a condition. */
    public static Condition of(ConditionOperator operator, String key, OneOrMore<ConditionValue> values) {
        return ImmutableCondition.of(operator, key, values);
    }

    /** Returns the condition for a reader; the values of a secret such as {@code sts:ExternalId} are left out. */
    @Override
    public String toString() {
        return operator() + " " + key() + " " + (SecretKeys.isSecret(key()) ? "****" : values());
    }
}
