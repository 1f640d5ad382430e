// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.finding.Severity;

/**
 * {@code UNSUPPORTED_CHARACTER}, ERROR. A text has a character that IAM does not take in policies. An id of our own.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html">
 *     The rule</a>
 */
final class UnsupportedCharacter extends DocumentCheck {
    UnsupportedCharacter() {
        super(ofOurs(
                "UNSUPPORTED_CHARACTER",
                Severity.ERROR,
                "A text has a character that IAM does not take in policies.",
                "Use tab, line feed, carriage return, and the characters from U+0020 to U+00FF.",
                "reference_iam-quotas.html"));
    }

    @Override
    void run(CheckContext context, Report report) {
        context.texts()
                .forEach(text -> text.value()
                        .codePoints()
                        .filter(c -> c > 0xFF || (c < 0x20 && c != '\t' && c != '\n' && c != '\r'))
                        .findFirst()
                        .ifPresent(c -> report.add(
                                text.path(), "The character U+%04X is none of those of a policy".formatted(c))));
    }
}
