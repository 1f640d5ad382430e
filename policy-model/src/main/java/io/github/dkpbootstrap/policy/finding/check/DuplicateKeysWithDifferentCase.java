// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.PolicySyntaxException.Problem;
import io.github.dkpbootstrap.policy.finding.Severity;

/**
 * {@code DUPLICATE_KEYS_WITH_DIFFERENT_CASE}, ERROR. An operator has a condition key twice, in different case.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-duplicate-keys-with-different-case">
 *     Duplicate keys with different case</a>
 */
final class DuplicateKeysWithDifferentCase extends RefusalCheck {
    DuplicateKeysWithDifferentCase() {
        super(
                ofAws(
                        "DUPLICATE_KEYS_WITH_DIFFERENT_CASE",
                        Severity.ERROR,
                        "An operator has a condition key twice, in different case.",
                        "Put the values of both into one key."),
                Problem.DUPLICATE_CONDITION_KEY);
    }
}
