// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.Comparison.Family;
import io.github.dkpbootstrap.policy.finding.Severity;
import java.util.Optional;

/**
 * {@code TYPE_MISMATCH_STRING}, WARNING. A value of BinaryEquals is no Base64.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-general-warning-type-mismatch-string">
 *     Type mismatch string</a>
 */
final class TypeMismatchString extends ValueCheck {
    TypeMismatchString() {
        super(
                ofAws(
                        "TYPE_MISMATCH_STRING",
                        Severity.WARNING,
                        "A value of BinaryEquals is no Base64.",
                        "Write the bytes in Base64."),
                Family.BINARY);
    }

    @Override
    Optional<String> problem(String value, ConditionAt condition) {
        return value.contains("${") || isBase64(value)
                ? Optional.empty()
                : Optional.of(condition.quote(value) + " is no Base64 for " + condition.operator());
    }

    private static boolean isBase64(String text) {
        return text.length() % 4 == 0 && text.matches("[A-Za-z0-9+/]*={0,2}");
    }
}
