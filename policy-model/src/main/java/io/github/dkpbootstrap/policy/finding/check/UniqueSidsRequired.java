// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.PolicyTarget;
import io.github.dkpbootstrap.policy.finding.Severity;

/**
 * {@code UNIQUE_SIDS_REQUIRED}, ERROR. Two statements have the same Sid.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-unique-sids-required">
 *     Unique sids required</a>
 */
final class UniqueSidsRequired extends DuplicateSids {
    UniqueSidsRequired() {
        super(ofAws(
                "UNIQUE_SIDS_REQUIRED",
                Severity.ERROR,
                "Two statements have the same Sid.",
                "Give each statement an id of its own."));
    }

    @Override
    boolean concerns(PolicyTarget target) {
        return target != PolicyTarget.RESOURCE_POLICY;
    }
}
