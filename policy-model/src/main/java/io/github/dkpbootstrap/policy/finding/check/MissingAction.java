// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.PolicySyntaxException.Problem;
import io.github.dkpbootstrap.policy.finding.Severity;

/**
 * {@code MISSING_ACTION}, ERROR. A statement has neither Action nor NotAction.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-missing-action">
 *     Missing action</a>
 */
final class MissingAction extends RefusalCheck {
    MissingAction() {
        super(
                ofAws(
                        "MISSING_ACTION",
                        Severity.ERROR,
                        "A statement has neither Action nor NotAction.",
                        "Add one of the two."),
                Problem.MISSING_ACTION);
    }
}
