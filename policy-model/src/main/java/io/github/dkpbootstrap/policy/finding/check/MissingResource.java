// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.PolicyTarget;
import io.github.dkpbootstrap.policy.finding.Severity;

/**
 * {@code MISSING_RESOURCE}, ERROR. A statement names no resource.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-missing-resource">
 *     Missing resource</a>
 */
final class MissingResource extends StatementCheck {
    MissingResource() {
        super(ofAws(
                "MISSING_RESOURCE",
                Severity.ERROR,
                "A statement names no resource.",
                "Add a Resource or NotResource."));
    }

    @Override
    void run(StatementAt statement, CheckContext context, Report report) {
        boolean needed =
                context.target() != PolicyTarget.TRUST_POLICY && context.target() != PolicyTarget.RESOURCE_POLICY;
        if (needed && statement.resourceMember().isEmpty()) {
            report.add(statement.path(), "The statement has neither Resource nor NotResource");
        }
    }
}
