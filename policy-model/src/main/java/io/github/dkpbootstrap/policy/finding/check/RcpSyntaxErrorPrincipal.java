// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.PolicyTarget;
import io.github.dkpbootstrap.policy.Principal;
import io.github.dkpbootstrap.policy.finding.Severity;

/**
 * {@code RCP_SYNTAX_ERROR_PRINCIPAL}, ERROR. The principal of a resource control policy is not "*".
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-rcp-syntax-error-principal">
 *     Rcp syntax error principal</a>
 */
final class RcpSyntaxErrorPrincipal extends StatementCheck {
    RcpSyntaxErrorPrincipal() {
        super(ofAws(
                "RCP_SYNTAX_ERROR_PRINCIPAL",
                Severity.ERROR,
                "The principal of a resource control policy is not \"*\".",
                "Write \"Principal\": \"*\", and narrow it by conditions."));
    }

    @Override
    void run(StatementAt statement, CheckContext context, Report report) {
        if (context.target() == PolicyTarget.RESOURCE_CONTROL_POLICY
                && !statement
                        .statement()
                        .principal()
                        .filter(Principal.Everyone.class::isInstance)
                        .isPresent()) {
            String path = statement.principalMember().map(statement::path).orElse(statement.path());
            report.add(path, "A resource control policy takes only \"*\" as its principal");
        }
    }
}
