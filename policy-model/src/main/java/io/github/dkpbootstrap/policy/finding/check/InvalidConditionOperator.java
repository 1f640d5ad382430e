// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.PolicySyntaxException.Problem;
import io.github.dkpbootstrap.policy.finding.Severity;

/**
 * {@code INVALID_CONDITION_OPERATOR}, ERROR. A condition operator does not exist.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-invalid-condition-operator">
 *     Invalid condition operator</a>
 */
final class InvalidConditionOperator extends RefusalCheck {
    InvalidConditionOperator() {
        super(
                ofAws(
                        "INVALID_CONDITION_OPERATOR",
                        Severity.ERROR,
                        "A condition operator does not exist.",
                        "Use an operator of the policy language, with its case."),
                Problem.CONDITION_OPERATOR);
    }
}
