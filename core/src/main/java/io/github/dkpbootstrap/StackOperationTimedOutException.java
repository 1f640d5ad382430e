// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import io.github.dkpbootstrap.deploy.StackOperation;

/** The stack did not reach its end within the time that the spec allows. AWS goes on with the operation. */
public final class StackOperationTimedOutException extends StackOperationException {
    private static final long serialVersionUID = 1L;

    /** Creates the exception for {@code operation} on {@code stack}. */
    public StackOperationTimedOutException(String message, String stack, StackOperation operation) {
        super(message, stack, operation, null, null, null);
    }
}
