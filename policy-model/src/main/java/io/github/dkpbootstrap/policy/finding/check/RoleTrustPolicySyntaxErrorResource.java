// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.PolicyTarget;
import io.github.dkpbootstrap.policy.finding.Severity;

/**
 * {@code ROLE_TRUST_POLICY_SYNTAX_ERROR_RESOURCE}, ERROR. A trust policy names a resource.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-role-trust-policy-syntax-error-resource">
 *     Role trust policy syntax error resource</a>
 */
final class RoleTrustPolicySyntaxErrorResource extends StatementCheck {
    RoleTrustPolicySyntaxErrorResource() {
        super(ofAws(
                "ROLE_TRUST_POLICY_SYNTAX_ERROR_RESOURCE",
                Severity.ERROR,
                "A trust policy names a resource.",
                "Remove the element: a trust policy speaks of its role."));
    }

    @Override
    void run(StatementAt statement, CheckContext context, Report report) {
        if (context.target() == PolicyTarget.TRUST_POLICY) {
            statement
                    .resourceMember()
                    .ifPresent(member -> report.add(statement.path(member), "A trust policy has no " + member));
        }
    }
}
