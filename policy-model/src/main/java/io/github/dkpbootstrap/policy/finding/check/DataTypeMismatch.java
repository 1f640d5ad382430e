// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.PolicySyntaxException.Problem;
import io.github.dkpbootstrap.policy.finding.Severity;

/**
 * {@code DATA_TYPE_MISMATCH}, ERROR. A value has the wrong JSON type.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-data-type-mismatch">
 *     Data type mismatch</a>
 */
final class DataTypeMismatch extends RefusalCheck {
    DataTypeMismatch() {
        super(
                ofAws(
                        "DATA_TYPE_MISMATCH",
                        Severity.ERROR,
                        "A value has the wrong JSON type.",
                        "Use the JSON type named."),
                Problem.TYPE);
    }
}
