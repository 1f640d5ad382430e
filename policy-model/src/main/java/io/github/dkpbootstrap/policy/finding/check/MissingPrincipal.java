// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.PolicyTarget;
import io.github.dkpbootstrap.policy.finding.Severity;

/**
 * {@code MISSING_PRINCIPAL}, ERROR. A trust or resource policy names no principal.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-missing-principal">
 *     Missing principal</a>
 */
final class MissingPrincipal extends StatementCheck {
    MissingPrincipal() {
        super(ofAws(
                "MISSING_PRINCIPAL",
                Severity.ERROR,
                "A trust or resource policy names no principal.",
                "Add a Principal."));
    }

    @Override
    void run(StatementAt statement, CheckContext context, Report report) {
        boolean needed =
                context.target() == PolicyTarget.TRUST_POLICY || context.target() == PolicyTarget.RESOURCE_POLICY;
        if (needed && statement.principalMember().isEmpty()) {
            report.add(statement.path(), "The statement has no Principal");
        }
    }
}
