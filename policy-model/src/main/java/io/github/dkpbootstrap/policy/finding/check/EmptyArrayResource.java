// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.PolicySyntaxException.Problem;
import io.github.dkpbootstrap.policy.finding.Severity;

/**
 * {@code EMPTY_ARRAY_RESOURCE}, SUGGESTION. A list of resources is empty.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-suggestion-empty-array-resource">
 *     Empty array resource</a>
 */
final class EmptyArrayResource extends RefusalCheck {
    EmptyArrayResource() {
        super(
                ofAws(
                        "EMPTY_ARRAY_RESOURCE",
                        Severity.SUGGESTION,
                        "A list of resources is empty.",
                        "Name resources, or remove the statement."),
                Problem.EMPTY_LIST);
    }

    @Override
    boolean names(String path) {
        return path.matches(".*\\.(Not)?Resource");
    }
}
