// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.finding.Severity;

/**
 * {@code MISSING_QUOTE_IN_VARIABLE}, ERROR. The default of a policy variable is not in single quotes.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-missing-quote-in-variable">
 *     Missing quote in variable</a>
 */
final class MissingQuoteInVariable extends VariableCheck {
    MissingQuoteInVariable() {
        super(
                ofAws(
                        "MISSING_QUOTE_IN_VARIABLE",
                        Severity.ERROR,
                        "The default of a policy variable is not in single quotes.",
                        "Put the default into single quotes."),
                VariableFlaw.QUOTE);
    }
}
