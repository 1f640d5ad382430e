// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.PolicyTarget;
import io.github.dkpbootstrap.policy.PrincipalType;
import io.github.dkpbootstrap.policy.finding.Severity;

/**
 * {@code FEDERATED_PRINCIPAL_NOT_SUPPORTED}, ERROR. A resource policy names a federated provider.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-federated-principal-not-supported">
 *     Federated principal not supported</a>
 */
final class FederatedPrincipalNotSupported extends StatementCheck {
    FederatedPrincipalNotSupported() {
        super(ofAws(
                "FEDERATED_PRINCIPAL_NOT_SUPPORTED",
                Severity.ERROR,
                "A resource policy names a federated provider.",
                "Name in the trust policy of a role which provider may assume it."));
    }

    @Override
    void run(StatementAt statement, CheckContext context, Report report) {
        if (context.target() == PolicyTarget.RESOURCE_POLICY) {
            statement.anyPrincipals().stream()
                    .filter(principal -> principal.type() == PrincipalType.FEDERATED)
                    .forEach(
                            principal -> report.add(principal.path(), "Only trust policies take a federated provider"));
        }
    }
}
