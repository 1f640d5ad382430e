// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.PolicyTarget;
import io.github.dkpbootstrap.policy.finding.Severity;

/**
 * {@code UNIQUE_SIDS_RECOMMENDED}, WARNING. Two statements of a resource policy have the same Sid.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-general-warning-unique-sids-recommended">
 *     Unique sids recommended</a>
 */
final class UniqueSidsRecommended extends DuplicateSids {
    UniqueSidsRecommended() {
        super(ofAws(
                "UNIQUE_SIDS_RECOMMENDED",
                Severity.WARNING,
                "Two statements of a resource policy have the same Sid.",
                "Give each statement an id of its own."));
    }

    @Override
    boolean concerns(PolicyTarget target) {
        return target == PolicyTarget.RESOURCE_POLICY;
    }
}
