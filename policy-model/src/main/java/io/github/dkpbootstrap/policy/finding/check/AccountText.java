// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

/** The accounts of ARNs. */
final class AccountText {
    private AccountText() {}

    /** Returns whether a text can stand in the account field of an ARN: nothing, an id, an owner of AWS, or a pattern. */
    static boolean isAccount(String text) {
        return text.isEmpty()
                || ArnFields.isOpen(text)
                || isId(text)
                || text.matches("aws|amazon|cloudfront|aws-marketplace");
    }

    /** Returns whether a text is the id of an account. */
    static boolean isId(String text) {
        return text.matches("\\d{12}");
    }
}
