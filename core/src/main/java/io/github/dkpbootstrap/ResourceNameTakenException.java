// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A name that the stack needs is in use already, by another stack or by a resource outside any stack. */
public final class ResourceNameTakenException extends BootstrapException {
    private static final long serialVersionUID = 1L;

    private final String resourceName;
    private final @Nullable String owningStack;

    /** Creates the exception; {@code owningStack} is the ARN or name of the other stack, or null where none is known. */
    public ResourceNameTakenException(String resourceName, @Nullable String owningStack, String message) {
        super(message, null);
        this.resourceName = resourceName;
        this.owningStack = owningStack;
    }

    /** Returns the name that is taken. */
    public String resourceName() {
        return resourceName;
    }

    /** Returns the stack that owns the resource, where it is known. */
    public Optional<String> owningStack() {
        return Optional.ofNullable(owningStack);
    }
}
