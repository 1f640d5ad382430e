// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.finding.Severity;

/**
 * {@code UNSUPPORTED_PRINCIPAL}, ERROR. An identity policy names a principal.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-unsupported-principal">
 *     Unsupported principal</a>
 */
final class UnsupportedPrincipal extends StatementCheck {
    UnsupportedPrincipal() {
        super(ofAws(
                "UNSUPPORTED_PRINCIPAL",
                Severity.ERROR,
                "An identity policy names a principal.",
                "Remove the element: the identity that the policy is attached to is the principal."));
    }

    @Override
    void run(StatementAt statement, CheckContext context, Report report) {
        if (context.target().isIdentityBased()) {
            statement
                    .principalMember()
                    .ifPresent(member -> report.add(statement.path(member), "An identity policy has no " + member));
        }
    }
}
