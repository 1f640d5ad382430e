// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.finding.Severity;

/**
 * {@code PASS_ROLE_WITH_NOT_RESOURCE}, SECURITY_WARNING: iam:PassRole is allowed named, on all resources but some.
 *
 * @see RoleGrantCheck
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-security-warning-pass-role-with-not-resource">
 *     Pass role with not resource</a>
 */
final class PassRoleWithNotResource extends RoleGrantCheck {
    PassRoleWithNotResource() {
        super(
                "PASS_ROLE_WITH_NOT_RESOURCE",
                Severity.SECURITY_WARNING,
                RoleGrant.PASS_ROLE,
                ActionForm.NAMED,
                ResourceForm.NOT);
    }
}
