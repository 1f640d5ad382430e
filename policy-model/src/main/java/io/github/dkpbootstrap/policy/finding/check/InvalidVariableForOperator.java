// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.Comparison.Family;
import io.github.dkpbootstrap.policy.finding.Severity;

/**
 * {@code INVALID_VARIABLE_FOR_OPERATOR}, ERROR. A policy variable stands in a value of an operator that replaces none.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-invalid-variable-for-operator">
 *     Invalid variable for operator</a>
 */
final class InvalidVariableForOperator extends ConditionCheck {
    InvalidVariableForOperator() {
        super(ofAws(
                "INVALID_VARIABLE_FOR_OPERATOR",
                Severity.ERROR,
                "A policy variable stands in a value of an operator that replaces none.",
                "Use variables with String and Arn operators only."));
    }

    @Override
    void run(ConditionAt condition, CheckContext context, Report report) {
        boolean replaced = condition.family() == Family.STRING || condition.family() == Family.ARN;
        if (!replaced) {
            condition.texts().stream()
                    .filter(text -> text.value().contains("${"))
                    .forEach(text -> report.add(
                            text.path(), condition.operator() + " compares with the variable as plain text"));
        }
    }
}
