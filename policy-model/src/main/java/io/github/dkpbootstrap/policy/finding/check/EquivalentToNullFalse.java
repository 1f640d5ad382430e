// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.finding.Severity;

/**
 * {@code EQUIVALENT_TO_NULL_FALSE}, SUGGESTION. A condition asks only whether its key is there.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-suggestion-equivalent-to-null-false">
 *     Equivalent to null false</a>
 */
final class EquivalentToNullFalse extends ConditionCheck {
    EquivalentToNullFalse() {
        super(ofAws(
                "EQUIVALENT_TO_NULL_FALSE",
                Severity.SUGGESTION,
                "A condition asks only whether its key is there.",
                "Ask by Null with the value \"false\"."));
    }

    @Override
    void run(ConditionAt condition, CheckContext context, Report report) {
        AnyText.of(condition)
                .filter(AnyText.PRESENT::equals)
                .ifPresent(said -> report.add(
                        condition.path(),
                        condition.operator() + " holds for every value of "
                                + condition.condition().key() + ", if there is one"));
    }
}
