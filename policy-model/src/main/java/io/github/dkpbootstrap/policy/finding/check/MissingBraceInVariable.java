// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.finding.Severity;

/**
 * {@code MISSING_BRACE_IN_VARIABLE}, ERROR. A policy variable has no closing brace.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-missing-brace-in-variable">
 *     Missing brace in variable</a>
 */
final class MissingBraceInVariable extends VariableCheck {
    MissingBraceInVariable() {
        super(
                ofAws(
                        "MISSING_BRACE_IN_VARIABLE",
                        Severity.ERROR,
                        "A policy variable has no closing brace.",
                        "Add the brace."),
                VariableFlaw.MISSING_BRACE);
    }
}
