// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.ConditionValue;
import io.github.dkpbootstrap.policy.finding.Severity;

/**
 * {@code INVALID_CONDITION_DATA_TYPE}, ERROR. The values of a condition have several JSON types.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-invalid-condition-data-type">
 *     Invalid condition data type</a>
 */
final class InvalidConditionDataType extends ConditionCheck {
    InvalidConditionDataType() {
        super(ofAws(
                "INVALID_CONDITION_DATA_TYPE",
                Severity.ERROR,
                "The values of a condition have several JSON types.",
                "Write all as strings, or all as numbers."));
    }

    @Override
    void run(ConditionAt condition, CheckContext context, Report report) {
        long forms = condition.condition().values().stream()
                .map(ConditionValue::form)
                .distinct()
                .count();
        if (forms > 1) {
            report.add(condition.path(), "The values are of several JSON types");
        }
    }
}
