// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.finding.Severity;

/**
 * {@code REDUNDANT_ACTION}, SUGGESTION. Another entry of the list covers an action.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-suggestion-redundant-action">
 *     Redundant action</a>
 */
final class RedundantAction extends StatementCheck {
    RedundantAction() {
        super(ofAws(
                "REDUNDANT_ACTION",
                Severity.SUGGESTION,
                "Another entry of the list covers an action.",
                "Remove the action."));
    }

    @Override
    void run(StatementAt statement, CheckContext context, Report report) {
        Redundancy.find(
                statement.anyActions(),
                new ActionCover(),
                (action, other) -> report.add(
                        action.path(),
                        Redundancy.message(action.value().value(), other.value().value())));
    }
}
