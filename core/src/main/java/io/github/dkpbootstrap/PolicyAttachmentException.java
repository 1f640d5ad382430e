// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import org.jspecify.annotations.Nullable;

/**
 * The managed policy cannot be attached or detached: the stack or its policy is not there, or the stack itself attaches it.
 * Nothing was changed.
 */
public final class PolicyAttachmentException extends BootstrapException {
    private static final long serialVersionUID = 1L;

    private final String holder;

    /** Creates the exception. */
    public PolicyAttachmentException(String message, PolicyHolder holder, @Nullable Throwable cause) {
        super(message, cause);
        this.holder = holder.describe();
    }

    /** Returns to whom or from whom, for people: {@code the user alice}. */
    public String holder() {
        return holder;
    }
}
