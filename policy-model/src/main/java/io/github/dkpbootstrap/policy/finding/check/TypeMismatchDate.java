// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.Comparison.Family;
import io.github.dkpbootstrap.policy.finding.Severity;
import java.util.Optional;

/**
 * {@code TYPE_MISMATCH_DATE}, WARNING. A value of a Date operator is no date.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-general-warning-type-mismatch-date">
 *     Type mismatch date</a>
 */
final class TypeMismatchDate extends ValueCheck {
    TypeMismatchDate() {
        super(
                ofAws(
                        "TYPE_MISMATCH_DATE",
                        Severity.WARNING,
                        "A value of a Date operator is no date.",
                        "Write YYYY-MM-DD or YYYY-MM-DDThh:mm:ssZ."),
                Family.DATE);
    }

    @Override
    Optional<String> problem(String value, ConditionAt condition) {
        return value.contains("${") || DateText.isDate(value) || DateText.isEpoch(value)
                ? Optional.empty()
                : Optional.of(condition.quote(value) + " is no date for " + condition.operator());
    }
}
