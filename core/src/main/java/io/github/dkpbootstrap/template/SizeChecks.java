// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.template;

import io.github.dkpbootstrap.BootstrapSpec;
import io.github.dkpbootstrap.InvalidBootstrapSpecException;

/**
 * The sizes that AWS takes.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html">IAM quotas</a>
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html">CloudFormation
 *     quotas</a>
 */
final class SizeChecks {
    private static final int MANAGED_POLICY_QUOTA = 6_144;

    private SizeChecks() {}

    static void check(Template template, BootstrapSpec spec) {
        int policy = PseudoParameters.longest(template.permissions()).quotaCharacters();
        int trust = PseudoParameters.longest(template.trust()).quotaCharacters();
        fits("policy", policy, MANAGED_POLICY_QUOTA, "characters");
        fits("trust policy", trust, spec.trustPolicyQuota(), "characters");
        fits("template", template.bodyBytes(), Template.MAX_BODY_BYTES, "bytes");
    }

    static void fits(String what, int size, int limit, String unit) {
        if (size > limit) {
            throw new InvalidBootstrapSpecException(
                    what, size + " " + unit, "AWS takes %d %s at most: leave something out".formatted(limit, unit));
        }
    }
}
