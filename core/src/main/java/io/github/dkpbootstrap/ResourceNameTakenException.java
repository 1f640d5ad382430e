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
    private final @Nullable String owningRegion;

    /**
     * Creates the exception; {@code owningStack} is the name of the other stack, {@code owningRegion} its Region if that is
     * another one, each null where it is not known.
     */
    public ResourceNameTakenException(
            String resourceName, @Nullable String owningStack, @Nullable String owningRegion, String message) {
        super(message, null);
        this.resourceName = resourceName;
        this.owningStack = owningStack;
        this.owningRegion = owningRegion;
    }

    /** Returns the name that is taken. */
    public String resourceName() {
        return resourceName;
    }

    /** Returns the stack that owns the resource, where it is known. */
    public Optional<String> owningStack() {
        return Optional.ofNullable(owningStack);
    }

    /** Returns the Region of that stack, where it is another than that of the clients in use. */
    public Optional<String> owningRegion() {
        return Optional.ofNullable(owningRegion);
    }
}
