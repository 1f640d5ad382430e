// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.Comparison;
import io.github.dkpbootstrap.policy.Comparison.Family;
import io.github.dkpbootstrap.policy.finding.Severity;

/**
 * {@code REDUNDANT_CONDITION_VALUE_NUM}, SUGGESTION. Of several limits of a number only one counts.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-suggestion-redundant-condition-value-num">
 *     Redundant condition value num</a>
 */
final class RedundantConditionValueNum extends ConditionCheck {
    RedundantConditionValueNum() {
        super(ofAws(
                "REDUNDANT_CONDITION_VALUE_NUM",
                Severity.SUGGESTION,
                "Of several limits of a number only one counts.",
                "Keep the one that counts."));
    }

    @Override
    void run(ConditionAt condition, CheckContext context, Report report) {
        Comparison comparison = condition.operator().comparison();
        boolean limit = condition.family() == Family.NUMERIC
                && comparison != Comparison.NUMERIC_EQUALS
                && comparison != Comparison.NUMERIC_NOT_EQUALS;
        if (limit && condition.condition().values().values().size() > 1) {
            boolean greatest = comparison.text().contains("Less");
            report.add(
                    condition.path(),
                    "Of several values of %s only the %s one counts"
                            .formatted(condition.operator(), greatest ? "greatest" : "least"));
        }
    }
}
