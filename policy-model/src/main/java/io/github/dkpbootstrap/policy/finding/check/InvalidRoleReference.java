// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.finding.Severity;

/**
 * {@code INVALID_ROLE_REFERENCE}, WARNING. A principal is the unique id of a role.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-general-warning-invalid-role-reference">
 *     Invalid role reference</a>
 */
final class InvalidRoleReference extends StatementCheck {
    InvalidRoleReference() {
        super(ofAws(
                "INVALID_ROLE_REFERENCE",
                Severity.WARNING,
                "A principal is the unique id of a role.",
                "Write the ARN of the role; if the role was deleted, remove the principal."));
    }

    @Override
    void run(StatementAt statement, CheckContext context, Report report) {
        statement.awsPrincipals().stream()
                .filter(id -> id.value().matches("AROA[A-Z0-9]{12,}(:.*)?"))
                .forEach(id -> report.add(id.path(), Quote.of(id.value()) + " is the unique id of a role"));
    }
}
