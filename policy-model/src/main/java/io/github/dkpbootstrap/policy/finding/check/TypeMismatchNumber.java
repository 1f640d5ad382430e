// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.Comparison.Family;
import io.github.dkpbootstrap.policy.finding.Severity;
import java.util.Optional;

/**
 * {@code TYPE_MISMATCH_NUMBER}, WARNING. A value of a Numeric operator is no number.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-general-warning-type-mismatch-number">
 *     Type mismatch number</a>
 */
final class TypeMismatchNumber extends ValueCheck {
    TypeMismatchNumber() {
        super(
                ofAws(
                        "TYPE_MISMATCH_NUMBER",
                        Severity.WARNING,
                        "A value of a Numeric operator is no number.",
                        "Write a number."),
                Family.NUMERIC);
    }

    @Override
    Optional<String> problem(String value, ConditionAt condition) {
        return value.contains("${") || value.matches("[+-]?\\d+(\\.\\d+)?([eE][+-]?\\d+)?")
                ? Optional.empty()
                : Optional.of(condition.quote(value) + " is no number for " + condition.operator());
    }
}
