// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.PolicyTarget;
import io.github.dkpbootstrap.policy.finding.Severity;

/**
 * {@code ROLE_TRUST_POLICY_SYNTAX_ERROR_NOTPRINCIPAL}, ERROR. A trust policy has NotPrincipal.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-role-trust-policy-syntax-error-notprincipal">
 *     Role trust policy syntax error notprincipal</a>
 */
final class RoleTrustPolicySyntaxErrorNotPrincipal extends StatementCheck {
    RoleTrustPolicySyntaxErrorNotPrincipal() {
        super(ofAws(
                "ROLE_TRUST_POLICY_SYNTAX_ERROR_NOTPRINCIPAL",
                Severity.ERROR,
                "A trust policy has NotPrincipal.",
                "Name in Principal who may assume the role."));
    }

    @Override
    void run(StatementAt statement, CheckContext context, Report report) {
        if (context.target() == PolicyTarget.TRUST_POLICY
                && statement.statement().notPrincipal().isPresent()) {
            report.add(statement.path("NotPrincipal"), "A trust policy has no NotPrincipal");
        }
    }
}
