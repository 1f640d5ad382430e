// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.finding.Severity;

/**
 * {@code CREATE_SLR_WITH_STAR_IN_RESOURCE}, WARNING: iam:CreateServiceLinkedRole is allowed named, on a resource with a wildcard.
 *
 * @see RoleGrantCheck
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-general-warning-create-slr-with-star-in-resource">
 *     Create slr with star in resource</a>
 */
final class CreateSlrWithStarInResource extends RoleGrantCheck {
    CreateSlrWithStarInResource() {
        super(
                "CREATE_SLR_WITH_STAR_IN_RESOURCE",
                Severity.WARNING,
                RoleGrant.CREATE_SERVICE_LINKED_ROLE,
                ActionForm.NAMED,
                ResourceForm.STAR);
    }
}
