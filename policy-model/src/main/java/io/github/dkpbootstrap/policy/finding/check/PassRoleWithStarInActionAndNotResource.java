// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.finding.Severity;

/**
 * {@code PASS_ROLE_WITH_STAR_IN_ACTION_AND_NOT_RESOURCE}, SECURITY_WARNING: iam:PassRole is allowed by a wildcard, on all resources but some.
 *
 * @see RoleGrantCheck
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-security-warning-pass-role-with-star-in-action-and-not-resource">
 *     Pass role with star in action and not resource</a>
 */
final class PassRoleWithStarInActionAndNotResource extends RoleGrantCheck {
    PassRoleWithStarInActionAndNotResource() {
        super(
                "PASS_ROLE_WITH_STAR_IN_ACTION_AND_NOT_RESOURCE",
                Severity.SECURITY_WARNING,
                RoleGrant.PASS_ROLE,
                ActionForm.STAR,
                ResourceForm.NOT);
    }
}
