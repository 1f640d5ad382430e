// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import java.util.List;

/**
 * Users or groups have as many managed policies attached as the account's quota allows; nothing was changed.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html">IAM quotas</a>
 */
public final class AttachmentQuotaException extends BootstrapException {
    private static final long serialVersionUID = 1L;

    private final transient List<PolicyHolder> holders;

    /** Creates the exception with all who have no room. */
    public AttachmentQuotaException(String message, List<PolicyHolder> holders) {
        super(message, null);
        this.holders = List.copyOf(holders);
    }

    /** Returns who has no room, users first. */
    public List<PolicyHolder> holders() {
        return holders == null ? List.of() : holders;
    }
}
