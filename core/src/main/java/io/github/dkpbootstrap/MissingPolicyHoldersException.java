// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import java.util.List;

/** Users or groups to which the managed policy should be attached do not exist; nothing was changed. */
public final class MissingPolicyHoldersException extends BootstrapException {
    private static final long serialVersionUID = 1L;

    private final transient List<PolicyHolder> holders;

    /** Creates the exception with all who are missing. */
    public MissingPolicyHoldersException(String message, List<PolicyHolder> holders) {
        super(message, null);
        this.holders = List.copyOf(holders);
    }

    /** Returns who does not exist, users first. */
    public List<PolicyHolder> holders() {
        return holders == null ? List.of() : holders;
    }
}
