// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.PolicyTarget;
import io.github.dkpbootstrap.policy.finding.Severity;

/**
 * {@code RCP_SYNTAX_ERROR_NOTACTION}, ERROR. A resource control policy has NotAction.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-rcp-syntax-error-notaction">
 *     Rcp syntax error notaction</a>
 */
final class RcpSyntaxErrorNotAction extends StatementCheck {
    RcpSyntaxErrorNotAction() {
        super(ofAws(
                "RCP_SYNTAX_ERROR_NOTACTION",
                Severity.ERROR,
                "A resource control policy has NotAction.",
                "Name the actions in Action."));
    }

    @Override
    void run(StatementAt statement, CheckContext context, Report report) {
        if (context.target() == PolicyTarget.RESOURCE_CONTROL_POLICY
                && statement.statement().notActions().isPresent()) {
            report.add(statement.path("NotAction"), "A resource control policy has no NotAction");
        }
    }
}
