// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.PolicyTarget;
import io.github.dkpbootstrap.policy.Principal;
import io.github.dkpbootstrap.policy.finding.Severity;

/**
 * {@code ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL}, ERROR. The principal of a trust policy is "*".
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-role-trust-policy-unsupported-wildcard-in-principal">
 *     Role trust policy unsupported wildcard in principal</a>
 */
final class RoleTrustPolicyUnsupportedWildcardInPrincipal extends StatementCheck {
    RoleTrustPolicyUnsupportedWildcardInPrincipal() {
        super(ofAws(
                "ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL",
                Severity.ERROR,
                "The principal of a trust policy is \"*\".",
                "Name who may assume the role."));
    }

    @Override
    void run(StatementAt statement, CheckContext context, Report report) {
        if (context.target() == PolicyTarget.TRUST_POLICY
                && statement
                        .statement()
                        .principal()
                        .filter(Principal.Everyone.class::isInstance)
                        .isPresent()) {
            report.add(statement.path("Principal"), "A trust policy does not take \"*\" as its principal");
        }
    }
}
