// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.PolicyDocument;
import io.github.dkpbootstrap.policy.PolicyTarget;
import io.github.dkpbootstrap.policy.finding.Severity;

/**
 * {@code POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA}, WARNING. An identity policy exceeds the largest quota for identity policies.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-general-warning-policy-size-exceeds-identity-policy-quota">
 *     Policy size exceeds identity policy quota</a>
 */
final class PolicySizeExceedsIdentityPolicyQuota extends SizeCheck {
    PolicySizeExceedsIdentityPolicyQuota() {
        super(ofAws(
                "POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA",
                Severity.WARNING,
                "An identity policy exceeds the largest quota for identity policies.",
                "Split the policy into several."));
    }

    @Override
    int limit(PolicyTarget target) {
        return target.isIdentityBased()
                ? limitOf(PolicyTarget.INLINE_ROLE_POLICY, PolicyTarget.INLINE_ROLE_POLICY)
                : Integer.MAX_VALUE;
    }

    /** Returns the number of Access Analyzer, which is one more than that of IAM. */
    @Override
    int size(PolicyDocument document) {
        return super.size(document) + 1;
    }
}
