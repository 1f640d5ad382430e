// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.finding.Severity;

/**
 * {@code INVALID_GLOBAL_CONDITION_KEY}, ERROR: a key of {@code aws:} is misspelt. What is further from every key can be
 * newer than the catalogue, and is {@link UnknownConditionKey}.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-invalid-global-condition-key">
 *     Invalid global condition key</a>
 */
final class InvalidGlobalConditionKey extends InvalidConditionKeyCheck {
    InvalidGlobalConditionKey() {
        super(ofAws(
                "INVALID_GLOBAL_CONDITION_KEY",
                Severity.ERROR,
                "A global condition key is misspelt.",
                "Write the key as AWS lists it, such as aws:PrincipalArn."));
    }

    @Override
    boolean appliesTo(UnknownKey key) {
        return key.isGlobal();
    }
}
