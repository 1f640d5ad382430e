// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.PolicySyntaxException.Problem;
import io.github.dkpbootstrap.policy.finding.Severity;

/**
 * {@code EMPTY_ARRAY_PRINCIPAL}, SUGGESTION. A list of principals is empty.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-suggestion-empty-array-principal">
 *     Empty array principal</a>
 */
final class EmptyArrayPrincipal extends RefusalCheck {
    EmptyArrayPrincipal() {
        super(
                ofAws(
                        "EMPTY_ARRAY_PRINCIPAL",
                        Severity.SUGGESTION,
                        "A list of principals is empty.",
                        "Name principals, or remove the statement."),
                Problem.EMPTY_LIST);
    }

    @Override
    boolean names(String path) {
        return path.matches(".*\\.(Not)?Principal\\.\\w+");
    }
}
