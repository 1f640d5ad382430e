// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.finding.Severity;

/**
 * {@code INVALID_USER_REFERENCE}, WARNING. A principal is the unique id of a user.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-general-warning-invalid-user-reference">
 *     Invalid user reference</a>
 */
final class InvalidUserReference extends StatementCheck {
    InvalidUserReference() {
        super(ofAws(
                "INVALID_USER_REFERENCE",
                Severity.WARNING,
                "A principal is the unique id of a user.",
                "Write the ARN of the user; if the user was deleted, remove the principal."));
    }

    @Override
    void run(StatementAt statement, CheckContext context, Report report) {
        statement.awsPrincipals().stream()
                .filter(id -> id.value().matches("AIDA[A-Z0-9]{12,}(:.*)?"))
                .forEach(id -> report.add(id.path(), Quote.of(id.value()) + " is the unique id of a user"));
    }
}
