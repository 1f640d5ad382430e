// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.PolicySyntaxException.Problem;
import io.github.dkpbootstrap.policy.finding.Severity;

/**
 * {@code EMPTY_OBJECT_CONDITION}, SUGGESTION. A condition block is empty.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-suggestion-empty-object-condition">
 *     Empty object condition</a>
 */
final class EmptyObjectCondition extends RefusalCheck {
    EmptyObjectCondition() {
        super(
                ofAws(
                        "EMPTY_OBJECT_CONDITION",
                        Severity.SUGGESTION,
                        "A condition block is empty.",
                        "Name conditions, or remove the block."),
                Problem.EMPTY_OBJECT);
    }

    @Override
    boolean names(String path) {
        return path.matches(".*\\.Condition\\b.*");
    }
}
