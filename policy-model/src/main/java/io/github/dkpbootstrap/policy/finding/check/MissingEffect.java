// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.PolicySyntaxException.Problem;
import io.github.dkpbootstrap.policy.finding.Severity;

/**
 * {@code MISSING_EFFECT}, ERROR. A statement has no Effect.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-missing-effect">
 *     Missing effect</a>
 */
final class MissingEffect extends RefusalCheck {
    MissingEffect() {
        super(
                ofAws(
                        "MISSING_EFFECT",
                        Severity.ERROR,
                        "A statement has no Effect.",
                        "Add \"Effect\": \"Allow\" or \"Effect\": \"Deny\"."),
                Problem.MISSING_EFFECT);
    }
}
