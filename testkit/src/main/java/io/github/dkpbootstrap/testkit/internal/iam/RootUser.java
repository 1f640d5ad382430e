// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.iam;

import io.github.dkpbootstrap.testkit.internal.Account;
import io.github.dkpbootstrap.testkit.internal.query.Identity;

/** The root user of the account. Changes only under the lock of the local AWS. */
public final class RootUser {
    private final Identity.Root identity;
    private boolean mfaEnabled = true;
    private boolean password = true;

    RootUser(Account account) {
        this.identity = new Identity.Root(account.arn("iam", "root"), account.id());
    }

    /** Returns the root user as a caller. */
    public Identity.Root identity() {
        return identity;
    }

    /** Returns whether it has an MFA device; it has one unless taken away. */
    boolean mfaEnabled() {
        return mfaEnabled;
    }

    /** Returns whether it has a password; it has one unless deleted. */
    boolean hasPassword() {
        return password;
    }

    /** Takes its password away. */
    public void deletePassword() {
        password = false;
    }

    /** Sets whether it has an MFA device. */
    public void setMfaEnabled(boolean mfaEnabled) {
        this.mfaEnabled = mfaEnabled;
    }
}
