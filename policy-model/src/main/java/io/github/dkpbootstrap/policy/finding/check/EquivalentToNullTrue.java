// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.finding.Severity;

/**
 * {@code EQUIVALENT_TO_NULL_TRUE}, SUGGESTION. A condition asks only whether its key is absent.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-suggestion-equivalent-to-null-true">
 *     Equivalent to null true</a>
 */
final class EquivalentToNullTrue extends ConditionCheck {
    EquivalentToNullTrue() {
        super(ofAws(
                "EQUIVALENT_TO_NULL_TRUE",
                Severity.SUGGESTION,
                "A condition asks only whether its key is absent.",
                "Ask by Null with the value \"true\"."));
    }

    @Override
    void run(ConditionAt condition, CheckContext context, Report report) {
        AnyText.of(condition)
                .filter(AnyText.ABSENT::equals)
                .ifPresent(said -> report.add(
                        condition.path(),
                        condition.operator() + " holds for no value of "
                                + condition.condition().key() + ", only if it is absent"));
    }
}
