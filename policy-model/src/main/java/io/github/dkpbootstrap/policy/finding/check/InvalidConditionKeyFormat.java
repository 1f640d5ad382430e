// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.finding.Severity;

/**
 * {@code INVALID_CONDITION_KEY_FORMAT}, ERROR. A condition key is not service:name.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-invalid-condition-key-format">
 *     Invalid condition key format</a>
 */
final class InvalidConditionKeyFormat extends ConditionCheck {
    InvalidConditionKeyFormat() {
        super(ofAws(
                "INVALID_CONDITION_KEY_FORMAT",
                Severity.ERROR,
                "A condition key is not service:name.",
                "Write the service, a colon and the name."));
    }

    @Override
    void run(ConditionAt condition, CheckContext context, Report report) {
        if (!condition.condition().key().matches("[^\\s:]+:\\S.*")) {
            report.add(
                    condition.path(),
                    Quote.of(condition.condition().key()) + " is no condition key: expected service:name");
        }
    }
}
