// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.PolicySyntaxException.Problem;
import io.github.dkpbootstrap.policy.finding.Severity;

/**
 * {@code INVALID_PRINCIPAL_FORMAT}, ERROR. A principal is neither "*" nor an object.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-invalid-principal-format">
 *     Invalid principal format</a>
 */
final class InvalidPrincipalFormat extends RefusalCheck {
    InvalidPrincipalFormat() {
        super(
                ofAws(
                        "INVALID_PRINCIPAL_FORMAT",
                        Severity.ERROR,
                        "A principal is neither \"*\" nor an object.",
                        "Write an object such as {\"AWS\": \"123456789012\"}."),
                Problem.PRINCIPAL_FORMAT);
    }
}
