// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.finding.Severity;

/**
 * {@code EMPTY_SID_VALUE}, SUGGESTION. A Sid is empty.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-suggestion-empty-sid-value">
 *     Empty sid value</a>
 */
final class EmptySidValue extends StatementCheck {
    EmptySidValue() {
        super(ofAws(
                "EMPTY_SID_VALUE",
                Severity.SUGGESTION,
                "A Sid is empty.",
                "Give the statement an id, or remove the Sid."));
    }

    @Override
    void run(StatementAt statement, CheckContext context, Report report) {
        if (statement.sid().filter(String::isEmpty).isPresent()) {
            report.add(statement.path("Sid"), "The Sid is empty");
        }
    }
}
