// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.PolicyTarget;
import io.github.dkpbootstrap.policy.finding.Severity;

/**
 * {@code POLICY_SIZE_EXCEEDS_SCP_QUOTA}, ERROR. A service control policy exceeds its quota.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-policy-size-exceeds-scp-quota">
 *     Policy size exceeds scp quota</a>
 */
final class PolicySizeExceedsScpQuota extends SizeCheck {
    PolicySizeExceedsScpQuota() {
        super(ofAws(
                "POLICY_SIZE_EXCEEDS_SCP_QUOTA",
                Severity.ERROR,
                "A service control policy exceeds its quota.",
                "Split the policy into several."));
    }

    @Override
    int limit(PolicyTarget target) {
        return limitOf(target, PolicyTarget.SERVICE_CONTROL_POLICY);
    }
}
