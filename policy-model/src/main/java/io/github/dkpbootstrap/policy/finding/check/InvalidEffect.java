// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.PolicySyntaxException.Problem;
import io.github.dkpbootstrap.policy.finding.Severity;

/**
 * {@code INVALID_EFFECT}, ERROR. An effect is neither Allow nor Deny.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-invalid-effect">
 *     Invalid effect</a>
 */
final class InvalidEffect extends RefusalCheck {
    InvalidEffect() {
        super(
                ofAws(
                        "INVALID_EFFECT",
                        Severity.ERROR,
                        "An effect is neither Allow nor Deny.",
                        "Write Allow or Deny, with that case."),
                Problem.INVALID_EFFECT);
    }
}
