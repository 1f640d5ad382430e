// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.PolicySyntaxException.Problem;
import io.github.dkpbootstrap.policy.finding.Severity;

/**
 * {@code DUPLICATE_KEYS}, ERROR. An object has a key twice. An id of our own.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html">
 *     The rule</a>
 */
final class DuplicateKeys extends RefusalCheck {
    DuplicateKeys() {
        super(
                ofOurs(
                        "DUPLICATE_KEYS",
                        Severity.ERROR,
                        "An object has a key twice.",
                        "Join the two members, or remove one of them.",
                        "reference_policies_grammar.html"),
                Problem.DUPLICATE_KEY);
    }
}
