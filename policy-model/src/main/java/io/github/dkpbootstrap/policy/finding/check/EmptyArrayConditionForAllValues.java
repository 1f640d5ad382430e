// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.PolicySyntaxException.Problem;
import io.github.dkpbootstrap.policy.finding.Severity;

/**
 * {@code EMPTY_ARRAY_CONDITION_FORALLVALUES}, SUGGESTION. A condition of ForAllValues has an empty list of values.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-suggestion-empty-array-condition-forallvalues">
 *     Empty array condition forallvalues</a>
 */
final class EmptyArrayConditionForAllValues extends RefusalCheck {
    EmptyArrayConditionForAllValues() {
        super(
                ofAws(
                        "EMPTY_ARRAY_CONDITION_FORALLVALUES",
                        Severity.SUGGESTION,
                        "A condition of ForAllValues has an empty list of values.",
                        "Use Null with \"true\" to ask whether the key is absent."),
                Problem.EMPTY_LIST);
    }

    @Override
    boolean names(String path) {
        return path.matches(".*\\.Condition\\['ForAllValues:.*");
    }
}
