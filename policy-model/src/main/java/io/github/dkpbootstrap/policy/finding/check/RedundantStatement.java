// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.finding.Severity;
import java.util.List;
import java.util.stream.Collectors;

/**
 * {@code REDUNDANT_STATEMENT}, SUGGESTION. Another statement of the same effect covers a statement.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-suggestion-redundant-statement">
 *     Redundant statement</a>
 */
final class RedundantStatement extends DocumentCheck {
    RedundantStatement() {
        super(ofAws(
                "REDUNDANT_STATEMENT",
                Severity.SUGGESTION,
                "Another statement of the same effect covers a statement.",
                "Remove the statement."));
    }

    @Override
    void run(CheckContext context, Report report) {
        List<At<StatementAt>> statements = context.statements().stream()
                .map(statement -> new At<>(statement, statement.path()))
                .collect(Collectors.toList());
        Redundancy.find(
                statements,
                new StatementCover(),
                (statement, other) -> report.add(statement.path(), "The statement is covered by " + other.path()));
    }
}
