// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.Comparison.Family;
import io.github.dkpbootstrap.policy.finding.Severity;

/**
 * {@code NULL_WITH_QUALIFIER}, SUGGESTION. Null is used with ForAllValues or ForAnyValue.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-suggestion-null-with-qualifier">
 *     Null with qualifier</a>
 */
final class NullWithQualifier extends ConditionCheck {
    NullWithQualifier() {
        super(ofAws(
                "NULL_WITH_QUALIFIER",
                Severity.SUGGESTION,
                "Null is used with ForAllValues or ForAnyValue.",
                "Leave the prefix out."));
    }

    @Override
    void run(ConditionAt condition, CheckContext context, Report report) {
        if (condition.family() == Family.NULL
                && condition.operator().quantifier().isPresent()) {
            report.add(
                    condition.path(),
                    condition.operator() + " asks whether the key is there, for which the prefix makes no sense");
        }
    }
}
