// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.PolicySyntaxException.Problem;
import io.github.dkpbootstrap.policy.finding.Severity;

/**
 * {@code INVALID_PRINCIPAL_KEY}, ERROR. A type of principal does not exist.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-invalid-principal-key">
 *     Invalid principal key</a>
 */
final class InvalidPrincipalKey extends RefusalCheck {
    InvalidPrincipalKey() {
        super(
                ofAws(
                        "INVALID_PRINCIPAL_KEY",
                        Severity.ERROR,
                        "A type of principal does not exist.",
                        "Use AWS, Service, Federated or CanonicalUser."),
                Problem.PRINCIPAL_KEY);
    }
}
