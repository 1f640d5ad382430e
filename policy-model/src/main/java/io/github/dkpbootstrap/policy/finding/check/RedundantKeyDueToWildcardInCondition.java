// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.finding.Severity;

/**
 * {@code REDUNDANT_KEY_DUE_TO_WILDCARD_IN_CONDITION}, SUGGESTION. A condition always holds.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-suggestion-redundant-key-due-to-wildcard-in-condition">
 *     Redundant key due to wildcard in condition</a>
 */
final class RedundantKeyDueToWildcardInCondition extends ConditionCheck {
    RedundantKeyDueToWildcardInCondition() {
        super(ofAws(
                "REDUNDANT_KEY_DUE_TO_WILDCARD_IN_CONDITION",
                Severity.SUGGESTION,
                "A condition always holds.",
                "Remove the condition."));
    }

    @Override
    void run(ConditionAt condition, CheckContext context, Report report) {
        AnyText.of(condition)
                .filter(AnyText.ALWAYS::equals)
                .ifPresent(said -> report.add(
                        condition.path(),
                        condition.operator() + " holds for every value of "
                                + condition.condition().key() + " and if it is absent"));
    }
}
