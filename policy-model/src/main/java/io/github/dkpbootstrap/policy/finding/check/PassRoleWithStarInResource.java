// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.finding.Severity;

/**
 * {@code PASS_ROLE_WITH_STAR_IN_RESOURCE}, SECURITY_WARNING: iam:PassRole is allowed named, on a resource with a wildcard.
 *
 * @see RoleGrantCheck
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-security-warning-pass-role-with-star-in-resource">
 *     Pass role with star in resource</a>
 */
final class PassRoleWithStarInResource extends RoleGrantCheck {
    PassRoleWithStarInResource() {
        super(
                "PASS_ROLE_WITH_STAR_IN_RESOURCE",
                Severity.SECURITY_WARNING,
                RoleGrant.PASS_ROLE,
                ActionForm.NAMED,
                ResourceForm.STAR);
    }
}
