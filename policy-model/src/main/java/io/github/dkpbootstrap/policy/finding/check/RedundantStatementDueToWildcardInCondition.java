// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.finding.Severity;

/**
 * {@code REDUNDANT_STATEMENT_DUE_TO_WILDCARD_IN_CONDITION}, SUGGESTION. A condition never holds.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-suggestion-redundant-statement-due-to-wildcard-in-condition">
 *     Redundant statement due to wildcard in condition</a>
 */
final class RedundantStatementDueToWildcardInCondition extends ConditionCheck {
    RedundantStatementDueToWildcardInCondition() {
        super(ofAws(
                "REDUNDANT_STATEMENT_DUE_TO_WILDCARD_IN_CONDITION",
                Severity.SUGGESTION,
                "A condition never holds.",
                "Remove the statement, or correct the condition."));
    }

    @Override
    void run(ConditionAt condition, CheckContext context, Report report) {
        AnyText.of(condition)
                .filter(AnyText.NEVER::equals)
                .ifPresent(said -> report.add(
                        condition.path(),
                        condition.operator() + " holds for no value of "
                                + condition.condition().key() + " nor if it is absent"));
    }
}
