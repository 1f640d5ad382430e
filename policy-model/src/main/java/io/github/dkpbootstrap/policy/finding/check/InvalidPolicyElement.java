// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.PolicySyntaxException.Problem;
import io.github.dkpbootstrap.policy.finding.Severity;

/**
 * {@code INVALID_POLICY_ELEMENT}, ERROR. An object has a member that the policy language does not know.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-invalid-policy-element">
 *     Invalid policy element</a>
 */
final class InvalidPolicyElement extends RefusalCheck {
    InvalidPolicyElement() {
        super(
                ofAws(
                        "INVALID_POLICY_ELEMENT",
                        Severity.ERROR,
                        "An object has a member that the policy language does not know.",
                        "Correct the name of the member, or remove it."),
                Problem.UNKNOWN_MEMBER);
    }
}
