// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.Comparison.Family;
import io.github.dkpbootstrap.policy.finding.Severity;

/**
 * {@code TYPE_MISMATCH_BOOLEAN}, WARNING. A value of Bool or Null is no truth value.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-general-warning-type-mismatch-boolean">
 *     Type mismatch boolean</a>
 */
final class TypeMismatchBoolean extends ConditionCheck {
    TypeMismatchBoolean() {
        super(ofAws(
                "TYPE_MISMATCH_BOOLEAN",
                Severity.WARNING,
                "A value of Bool or Null is no truth value.",
                "Write true or false."));
    }

    @Override
    void run(ConditionAt condition, CheckContext context, Report report) {
        if (condition.family() == Family.BOOL || condition.family() == Family.NULL) {
            condition.texts().stream()
                    .filter(text ->
                            !text.value().contains("${") && !text.value().matches("(?i)true|false"))
                    .forEach(text -> report.add(
                            text.path(),
                            condition.quote(text.value()) + " is no truth value for " + condition.operator()));
        }
    }
}
