// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.PolicyTarget;
import io.github.dkpbootstrap.policy.finding.Severity;

/**
 * {@code SCP_SYNTAX_ERROR_PRINCIPAL}, ERROR. A service control policy names a principal.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-scp-syntax-error-principal">
 *     Scp syntax error principal</a>
 */
final class ScpSyntaxErrorPrincipal extends StatementCheck {
    ScpSyntaxErrorPrincipal() {
        super(ofAws(
                "SCP_SYNTAX_ERROR_PRINCIPAL",
                Severity.ERROR,
                "A service control policy names a principal.",
                "Remove the element; a condition on aws:PrincipalArn can take its place."));
    }

    @Override
    void run(StatementAt statement, CheckContext context, Report report) {
        if (context.target() == PolicyTarget.SERVICE_CONTROL_POLICY) {
            statement
                    .principalMember()
                    .ifPresent(
                            member -> report.add(statement.path(member), "A service control policy has no " + member));
        }
    }
}
