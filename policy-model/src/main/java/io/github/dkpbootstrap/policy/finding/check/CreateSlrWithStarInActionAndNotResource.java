// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.finding.Severity;

/**
 * {@code CREATE_SLR_WITH_STAR_IN_ACTION_AND_NOT_RESOURCE}, WARNING: iam:CreateServiceLinkedRole is allowed by a wildcard, on all resources but some.
 *
 * @see RoleGrantCheck
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-general-warning-create-slr-with-star-in-action-and-not-resource">
 *     Create slr with star in action and not resource</a>
 */
final class CreateSlrWithStarInActionAndNotResource extends RoleGrantCheck {
    CreateSlrWithStarInActionAndNotResource() {
        super(
                "CREATE_SLR_WITH_STAR_IN_ACTION_AND_NOT_RESOURCE",
                Severity.WARNING,
                RoleGrant.CREATE_SERVICE_LINKED_ROLE,
                ActionForm.STAR,
                ResourceForm.NOT);
    }
}
