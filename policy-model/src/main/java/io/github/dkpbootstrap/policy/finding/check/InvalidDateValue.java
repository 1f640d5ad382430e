// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.Comparison.Family;
import io.github.dkpbootstrap.policy.finding.Severity;
import java.util.Optional;

/**
 * {@code INVALID_DATE_VALUE}, WARNING. A date is written as seconds since 1970.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-general-warning-invalid-date-value">
 *     Invalid date value</a>
 */
final class InvalidDateValue extends ValueCheck {
    InvalidDateValue() {
        super(
                ofAws(
                        "INVALID_DATE_VALUE",
                        Severity.WARNING,
                        "A date is written as seconds since 1970.",
                        "Write YYYY-MM-DD or YYYY-MM-DDThh:mm:ssZ."),
                Family.DATE);
    }

    @Override
    Optional<String> problem(String value, ConditionAt condition) {
        return DateText.isEpoch(value)
                ? Optional.of(condition.quote(value)
                        + " counts seconds since 1970, which may not be the moment that is meant")
                : Optional.empty();
    }
}
