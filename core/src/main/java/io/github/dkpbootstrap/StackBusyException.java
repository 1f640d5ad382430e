// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import io.github.dkpbootstrap.deploy.StackOperation;

/** Another operation on the stack is in flight, or its status allows none. */
public final class StackBusyException extends StackOperationException {
    private static final long serialVersionUID = 1L;

    /** Creates the exception for {@code operation} on {@code stack}. */
    public StackBusyException(String message, String stack, StackOperation operation) {
        super(message, stack, operation, null, null, null);
    }
}
