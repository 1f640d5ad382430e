// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.PolicyTarget;
import io.github.dkpbootstrap.policy.finding.Severity;

/**
 * {@code POLICY_SIZE_EXCEEDS_TARGET_QUOTA}, ERROR. An identity or session policy exceeds the quota of its target. An id of our own.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html">
 *     The rule</a>
 */
final class PolicySizeExceedsTargetQuota extends SizeCheck {
    PolicySizeExceedsTargetQuota() {
        super(ofOurs(
                "POLICY_SIZE_EXCEEDS_TARGET_QUOTA",
                Severity.ERROR,
                "An identity or session policy exceeds the quota of its target.",
                "Split the policy, or shorten it by wildcards.",
                "reference_iam-quotas.html"));
    }

    @Override
    int limit(PolicyTarget target) {
        return target.isIdentityBased() ? limitOf(target, target) : Integer.MAX_VALUE;
    }
}
