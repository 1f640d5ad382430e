// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.PolicyTarget;
import io.github.dkpbootstrap.policy.finding.Severity;

/**
 * {@code POLICY_SIZE_EXCEEDS_RCP_QUOTA}, ERROR. A resource control policy exceeds its quota.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-policy-size-exceeds-rcp-quota">
 *     Policy size exceeds rcp quota</a>
 */
final class PolicySizeExceedsRcpQuota extends SizeCheck {
    PolicySizeExceedsRcpQuota() {
        super(ofAws(
                "POLICY_SIZE_EXCEEDS_RCP_QUOTA",
                Severity.ERROR,
                "A resource control policy exceeds its quota.",
                "Split the policy into several."));
    }

    @Override
    int limit(PolicyTarget target) {
        return limitOf(target, PolicyTarget.RESOURCE_CONTROL_POLICY);
    }
}
