// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.PolicySyntaxException.Problem;
import io.github.dkpbootstrap.policy.finding.Severity;

/**
 * {@code EMPTY_OBJECT_PRINCIPAL}, SUGGESTION. A principal object is empty.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-suggestion-empty-object-principal">
 *     Empty object principal</a>
 */
final class EmptyObjectPrincipal extends RefusalCheck {
    EmptyObjectPrincipal() {
        super(
                ofAws(
                        "EMPTY_OBJECT_PRINCIPAL",
                        Severity.SUGGESTION,
                        "A principal object is empty.",
                        "Name principals, or remove the statement."),
                Problem.EMPTY_OBJECT);
    }

    @Override
    boolean names(String path) {
        return path.matches(".*\\.(Not)?Principal");
    }
}
