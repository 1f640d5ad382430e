// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import io.github.dkpbootstrap.deploy.StackOperation;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An operation on the stack did not end as wanted. */
public class StackOperationException extends BootstrapException {
    private static final long serialVersionUID = 1L;

    private final String stack;
    private final StackOperation operation;
    private final @Nullable String resource;
    private final @Nullable String reason;

    /** Creates the exception; {@code resource} is the logical id of the first resource that failed, {@code reason} AWS's. */
    public StackOperationException(
            String message,
            String stack,
            StackOperation operation,
            @Nullable String resource,
            @Nullable String reason,
            @Nullable Throwable cause) {
        super(message, cause);
        this.stack = stack;
        this.operation = operation;
        this.resource = resource;
        this.reason = reason;
    }

    /** Returns the stack: its ARN, or its name where it has no ARN yet. */
    public String stack() {
        return stack;
    }

    /** Returns what was tried. */
    public StackOperation operation() {
        return operation;
    }

    /** Returns the logical id of the first resource that failed, if one did. */
    public Optional<String> resource() {
        return Optional.ofNullable(resource);
    }

    /** Returns AWS's own reason, if it gave one. */
    public Optional<String> reason() {
        return Optional.ofNullable(reason);
    }
}
