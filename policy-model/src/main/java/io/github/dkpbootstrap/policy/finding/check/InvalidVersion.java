// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.PolicySyntaxException.Problem;
import io.github.dkpbootstrap.policy.finding.Severity;

/**
 * {@code INVALID_VERSION}, ERROR. The version of the policy language does not exist.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-invalid-version">
 *     Invalid version</a>
 */
final class InvalidVersion extends RefusalCheck {
    InvalidVersion() {
        super(
                ofAws(
                        "INVALID_VERSION",
                        Severity.ERROR,
                        "The version of the policy language does not exist.",
                        "Write 2012-10-17."),
                Problem.INVALID_VERSION);
    }
}
