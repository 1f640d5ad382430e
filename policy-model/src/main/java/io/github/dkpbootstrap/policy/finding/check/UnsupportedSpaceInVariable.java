// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.finding.Severity;

/**
 * {@code UNSUPPORTED_SPACE_IN_VARIABLE}, ERROR. The name of a policy variable has a space.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-unsupported-space-in-variable">
 *     Unsupported space in variable</a>
 */
final class UnsupportedSpaceInVariable extends VariableCheck {
    UnsupportedSpaceInVariable() {
        super(
                ofAws(
                        "UNSUPPORTED_SPACE_IN_VARIABLE",
                        Severity.ERROR,
                        "The name of a policy variable has a space.",
                        "Remove the space."),
                VariableFlaw.SPACE);
    }
}
