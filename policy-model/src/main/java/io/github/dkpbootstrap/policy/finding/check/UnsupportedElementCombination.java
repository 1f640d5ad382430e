// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.PolicySyntaxException.Problem;
import io.github.dkpbootstrap.policy.finding.Severity;

/**
 * {@code UNSUPPORTED_ELEMENT_COMBINATION}, ERROR. A statement has two elements that exclude each other.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-unsupported-element-combination">
 *     Unsupported element combination</a>
 */
final class UnsupportedElementCombination extends RefusalCheck {
    UnsupportedElementCombination() {
        super(
                ofAws(
                        "UNSUPPORTED_ELEMENT_COMBINATION",
                        Severity.ERROR,
                        "A statement has two elements that exclude each other.",
                        "Remove one of the two."),
                Problem.ELEMENT_COMBINATION);
    }
}
