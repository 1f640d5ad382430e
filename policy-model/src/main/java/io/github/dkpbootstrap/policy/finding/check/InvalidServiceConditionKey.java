// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.finding.Severity;

/**
 * {@code INVALID_SERVICE_CONDITION_KEY}, ERROR: a condition key of a service is misspelt. What is further from every key can
 * be newer than the catalogue, and is {@link UnknownConditionKey}.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-invalid-service-condition-key">
 *     Invalid service condition key</a>
 */
final class InvalidServiceConditionKey extends InvalidConditionKeyCheck {
    InvalidServiceConditionKey() {
        super(ofAws(
                "INVALID_SERVICE_CONDITION_KEY",
                Severity.ERROR,
                "A condition key of a service is misspelt.",
                "Write the key as the service lists it, such as iam:PassedToService."));
    }

    @Override
    boolean appliesTo(UnknownKey key) {
        return !key.isGlobal();
    }
}
