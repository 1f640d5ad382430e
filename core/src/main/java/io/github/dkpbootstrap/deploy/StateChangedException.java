// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.deploy;

import org.jspecify.annotations.Nullable;

/** Somebody was faster: the stack is no longer in the status on which a decision was made. It is made anew. */
final class StateChangedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StateChangedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
