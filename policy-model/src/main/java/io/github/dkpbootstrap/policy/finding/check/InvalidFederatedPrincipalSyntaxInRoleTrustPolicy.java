// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.PolicyTarget;
import io.github.dkpbootstrap.policy.PrincipalType;
import io.github.dkpbootstrap.policy.finding.Severity;

/**
 * {@code INVALID_FEDERATED_PRINCIPAL_SYNTAX_IN_ROLE_TRUST_POLICY}, ERROR. A federated provider is neither a domain nor the ARN of a provider.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-invalid-federated-principal-syntax-in-role-trust-policy">
 *     Invalid federated principal syntax in role trust policy</a>
 */
final class InvalidFederatedPrincipalSyntaxInRoleTrustPolicy extends StatementCheck {
    InvalidFederatedPrincipalSyntaxInRoleTrustPolicy() {
        super(ofAws(
                "INVALID_FEDERATED_PRINCIPAL_SYNTAX_IN_ROLE_TRUST_POLICY",
                Severity.ERROR,
                "A federated provider is neither a domain nor the ARN of a provider.",
                "Write a domain such as cognito-identity.amazonaws.com, or the ARN of an OIDC or SAML " + "provider."));
    }

    @Override
    void run(StatementAt statement, CheckContext context, Report report) {
        if (context.target() == PolicyTarget.TRUST_POLICY) {
            statement.anyPrincipals().stream()
                    .filter(principal -> principal.type() == PrincipalType.FEDERATED)
                    .forEach(principal -> principal
                            .id()
                            .text()
                            .filter(
                                    id -> !id.contains("${")
                                            && !id.matches(
                                                    "[^\\s:*?/]+(\\.[^\\s:*?/]+)+|arn:[^:]+:iam::[^:]+:(saml|oidc)-provider/.+"))
                            .ifPresent(id -> report.add(
                                    principal.path(),
                                    Quote.of(id) + " is neither a domain nor the ARN of a provider")));
        }
    }
}
