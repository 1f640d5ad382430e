// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.PolicyTarget;
import io.github.dkpbootstrap.policy.Principal;
import io.github.dkpbootstrap.policy.finding.Severity;

/**
 * {@code RCP_SYNTAX_ERROR_ALLOW}, ERROR. A resource control policy allows something narrower than everything.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-rcp-syntax-error-allow">
 *     Rcp syntax error allow</a>
 */
final class RcpSyntaxErrorAllow extends StatementCheck {
    RcpSyntaxErrorAllow() {
        super(ofAws(
                "RCP_SYNTAX_ERROR_ALLOW",
                Severity.ERROR,
                "A resource control policy allows something narrower than everything.",
                "Deny what is not wanted: only RCPFullAWSAccess allows."));
    }

    @Override
    void run(StatementAt statement, CheckContext context, Report report) {
        if (context.target() == PolicyTarget.RESOURCE_CONTROL_POLICY && statement.allows() && !allowsAll(statement)) {
            report.add(statement.path("Effect"), "A resource control policy allows everything or nothing");
        }
    }

    private static boolean allowsAll(StatementAt statement) {
        return statement
                        .statement()
                        .principal()
                        .filter(Principal.Everyone.class::isInstance)
                        .isPresent()
                && statement.resourceTexts().stream()
                        .anyMatch(text -> text.value().equals("*"))
                && statement.statement().notResources().isEmpty()
                && statement.conditions().isEmpty();
    }
}
