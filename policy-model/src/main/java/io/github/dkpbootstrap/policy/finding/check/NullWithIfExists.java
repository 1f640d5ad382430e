// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.PolicySyntaxException.Problem;
import io.github.dkpbootstrap.policy.finding.Severity;

/**
 * {@code NULL_WITH_IF_EXISTS}, ERROR. Null is used with IfExists.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-null-with-if-exists">
 *     Null with if exists</a>
 */
final class NullWithIfExists extends RefusalCheck {
    NullWithIfExists() {
        super(
                ofAws(
                        "NULL_WITH_IF_EXISTS",
                        Severity.ERROR,
                        "Null is used with IfExists.",
                        "Leave IfExists out: Null asks already whether the key is there."),
                Problem.NULL_WITH_IF_EXISTS);
    }
}
