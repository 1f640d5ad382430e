// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.PrincipalType;
import io.github.dkpbootstrap.policy.finding.Severity;

/**
 * {@code UNSUPPORTED_WILDCARD_IN_PRINCIPAL}, ERROR. A principal has a wildcard.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-unsupported-wildcard-in-principal">
 *     Unsupported wildcard in principal</a>
 */
final class UnsupportedWildcardInPrincipal extends StatementCheck {
    UnsupportedWildcardInPrincipal() {
        super(ofAws(
                "UNSUPPORTED_WILDCARD_IN_PRINCIPAL",
                Severity.ERROR,
                "A principal has a wildcard.",
                "Name the principal, or narrow \"*\" by a condition on aws:PrincipalArn."));
    }

    @Override
    void run(StatementAt statement, CheckContext context, Report report) {
        statement
                .anyPrincipals()
                .forEach(principal -> principal
                        .id()
                        .text()
                        .filter(id -> id.matches(".*[*?].*"))
                        .filter(id -> !(id.equals("*") && principal.type() == PrincipalType.AWS))
                        .ifPresent(id -> report.add(
                                principal.path(),
                                "A principal is compared exactly, so that " + Quote.of(id) + " names nobody")));
    }
}
