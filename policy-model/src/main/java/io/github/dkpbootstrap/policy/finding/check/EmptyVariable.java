// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.finding.Severity;

/**
 * {@code EMPTY_VARIABLE}, ERROR. A policy variable has no name.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-empty-variable">
 *     Empty variable</a>
 */
final class EmptyVariable extends VariableCheck {
    EmptyVariable() {
        super(
                ofAws(
                        "EMPTY_VARIABLE",
                        Severity.ERROR,
                        "A policy variable has no name.",
                        "Name a condition key in it, or remove it."),
                VariableFlaw.EMPTY);
    }
}
