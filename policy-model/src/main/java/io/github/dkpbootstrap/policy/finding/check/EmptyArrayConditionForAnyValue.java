// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.PolicySyntaxException.Problem;
import io.github.dkpbootstrap.policy.finding.Severity;

/**
 * {@code EMPTY_ARRAY_CONDITION_FORANYVALUE}, SUGGESTION. A condition of ForAnyValue has an empty list of values.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-suggestion-empty-array-condition-foranyvalue">
 *     Empty array condition foranyvalue</a>
 */
final class EmptyArrayConditionForAnyValue extends RefusalCheck {
    EmptyArrayConditionForAnyValue() {
        super(
                ofAws(
                        "EMPTY_ARRAY_CONDITION_FORANYVALUE",
                        Severity.SUGGESTION,
                        "A condition of ForAnyValue has an empty list of values.",
                        "Name values, or remove the statement."),
                Problem.EMPTY_LIST);
    }

    @Override
    boolean names(String path) {
        return path.matches(".*\\.Condition\\['ForAnyValue:.*");
    }
}
