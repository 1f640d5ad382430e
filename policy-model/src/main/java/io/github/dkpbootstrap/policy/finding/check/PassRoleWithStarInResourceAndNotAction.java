// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.finding.Severity;

/**
 * {@code PASS_ROLE_WITH_STAR_IN_RESOURCE_AND_NOT_ACTION}, SECURITY_WARNING: iam:PassRole is allowed by NotAction, on a resource with a wildcard.
 *
 * @see RoleGrantCheck
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-security-warning-pass-role-with-star-in-resource-and-not-action">
 *     Pass role with star in resource and not action</a>
 */
final class PassRoleWithStarInResourceAndNotAction extends RoleGrantCheck {
    PassRoleWithStarInResourceAndNotAction() {
        super(
                "PASS_ROLE_WITH_STAR_IN_RESOURCE_AND_NOT_ACTION",
                Severity.SECURITY_WARNING,
                RoleGrant.PASS_ROLE,
                ActionForm.NOT,
                ResourceForm.STAR);
    }
}
