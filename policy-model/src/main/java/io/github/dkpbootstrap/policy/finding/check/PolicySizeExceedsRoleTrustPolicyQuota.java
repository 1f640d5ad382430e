// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.PolicyTarget;
import io.github.dkpbootstrap.policy.finding.Severity;

/**
 * {@code POLICY_SIZE_EXCEEDS_ROLE_TRUST_POLICY_QUOTA}, WARNING. A trust policy exceeds the default quota.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-general-warning-policy-size-exceeds-role-trust-policy-quota">
 *     Policy size exceeds role trust policy quota</a>
 */
final class PolicySizeExceedsRoleTrustPolicyQuota extends SizeCheck {
    PolicySizeExceedsRoleTrustPolicyQuota() {
        super(ofAws(
                "POLICY_SIZE_EXCEEDS_ROLE_TRUST_POLICY_QUOTA",
                Severity.WARNING,
                "A trust policy exceeds the default quota.",
                "Shorten the policy, or have the quota of the account raised."));
    }

    @Override
    int limit(PolicyTarget target) {
        return limitOf(target, PolicyTarget.TRUST_POLICY);
    }
}
