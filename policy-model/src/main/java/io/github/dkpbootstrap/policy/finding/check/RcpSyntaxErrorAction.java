// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.PolicyTarget;
import io.github.dkpbootstrap.policy.finding.Severity;

/**
 * {@code RCP_SYNTAX_ERROR_ACTION}, ERROR. A resource control policy denies "*".
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-rcp-syntax-error-action">
 *     Rcp syntax error action</a>
 */
final class RcpSyntaxErrorAction extends StatementCheck {
    RcpSyntaxErrorAction() {
        super(ofAws(
                "RCP_SYNTAX_ERROR_ACTION",
                Severity.ERROR,
                "A resource control policy denies \"*\".",
                "Name the services whose actions are denied; only some support resource control policies."));
    }

    @Override
    void run(StatementAt statement, CheckContext context, Report report) {
        if (context.target() == PolicyTarget.RESOURCE_CONTROL_POLICY && !statement.allows()) {
            statement.actionTexts().stream()
                    .filter(action -> action.value().matches("\\*(:.*)?"))
                    .forEach(action ->
                            report.add(action.path(), "The action of a resource control policy needs a service"));
        }
    }
}
