// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.deploy;

import java.util.Optional;

/** Finds what there is to import, each time anew; throws what speaks against it. */
public interface Survey {
    /** Returns what a new stack would import: all that exists. */
    Adoption forNewStack();

    /**
     * Returns what a stack that is at rest would import: what it lacks and exists; nothing if that is nothing.
     *
     * @param template the text of the stack's template
     */
    Optional<Adoption> forStack(StackSnapshot stack, String template);
}
