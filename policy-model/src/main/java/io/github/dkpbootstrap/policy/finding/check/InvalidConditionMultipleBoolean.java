// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.Comparison.Family;
import io.github.dkpbootstrap.policy.finding.Severity;

/**
 * {@code INVALID_CONDITION_MULTIPLE_BOOLEAN}, ERROR. A condition of Bool has several values.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-invalid-condition-multiple-boolean">
 *     Invalid condition multiple boolean</a>
 */
final class InvalidConditionMultipleBoolean extends ConditionCheck {
    InvalidConditionMultipleBoolean() {
        super(ofAws(
                "INVALID_CONDITION_MULTIPLE_BOOLEAN",
                Severity.ERROR,
                "A condition of Bool has several values.",
                "Use a single value; a condition on both is always true."));
    }

    @Override
    void run(ConditionAt condition, CheckContext context, Report report) {
        if (condition.family() == Family.BOOL
                && condition.condition().values().values().size() > 1) {
            report.add(condition.path(), condition.operator() + " takes a single value");
        }
    }
}
