// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.finding.Severity;

/**
 * {@code ALLOW_WITH_NOT_PRINCIPAL}, SECURITY_WARNING. Everyone but some is allowed.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-security-warning-allow-with-not-principal">
 *     Allow with not principal</a>
 */
final class AllowWithNotPrincipal extends StatementCheck {
    AllowWithNotPrincipal() {
        super(ofAws(
                "ALLOW_WITH_NOT_PRINCIPAL",
                Severity.SECURITY_WARNING,
                "Everyone but some is allowed.",
                "Name in Principal who is allowed."));
    }

    @Override
    void run(StatementAt statement, CheckContext context, Report report) {
        if (statement.allows() && statement.statement().notPrincipal().isPresent()) {
            report.add(
                    statement.path("NotPrincipal"),
                    "All but the principals named are allowed, anonymous callers included");
        }
    }
}
