// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.PolicySyntaxException.Problem;
import io.github.dkpbootstrap.policy.finding.Severity;

/**
 * {@code EMPTY_ARRAY_CONDITION}, SUGGESTION. A condition has an empty list of values.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-suggestion-empty-array-condition">
 *     Empty array condition</a>
 */
final class EmptyArrayCondition extends RefusalCheck {
    EmptyArrayCondition() {
        super(
                ofAws(
                        "EMPTY_ARRAY_CONDITION",
                        Severity.SUGGESTION,
                        "A condition has an empty list of values.",
                        "Name values, or remove the condition."),
                Problem.EMPTY_LIST);
    }

    @Override
    boolean names(String path) {
        return path.matches(".*\\.Condition\\.(?!\\w+IfExists\\b).*");
    }
}
