// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.finding.Severity;

/**
 * {@code UNSUPPORTED_SYMBOL_IN_VARIABLE}, ERROR. The name of a policy variable has a character that no condition key has.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-unsupported-symbol-in-variable">
 *     Unsupported symbol in variable</a>
 */
final class UnsupportedSymbolInVariable extends VariableCheck {
    UnsupportedSymbolInVariable() {
        super(
                ofAws(
                        "UNSUPPORTED_SYMBOL_IN_VARIABLE",
                        Severity.ERROR,
                        "The name of a policy variable has a character that no condition key has.",
                        "Remove the character."),
                VariableFlaw.SYMBOL);
    }
}
