// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy;

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
@Value.Immutable(builder = false)
public interface Condition {
    /** Returns the operator. */
    @Value.Parameter
    ConditionOperator operator();

    /** Returns the condition key, such as {@code iam:AWSServiceName}; upper and lower case do not matter to IAM. */
    @Value.Parameter
    String key();

    /** Returns the values to compare with. */
    @Value.Parameter
    OneOrMore<ConditionValue> values();

    /** Returns a condition on one value, written without brackets. */
    static Condition of(ConditionOperator operator, String key, String value) {
        return of(operator, key, OneOrMore.one(ConditionValue.of(value)));
    }

    /** Returns a condition on a list of values. */
    static Condition of(ConditionOperator operator, String key, List<String> values) {
        List<ConditionValue> list = values.stream().map(ConditionValue::of).collect(Collectors.toList());
        return of(operator, key, OneOrMore.list(list));
    }

    /** Returns a condition. */
    static Condition of(ConditionOperator operator, String key, OneOrMore<ConditionValue> values) {
        return ImmutableCondition.of(operator, key, values);
    }
}
