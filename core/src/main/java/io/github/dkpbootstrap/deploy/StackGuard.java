// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.deploy;

import java.util.Optional;

/**
 * What must hold before a stack is written to. Asked again before each write, for others may have worked meanwhile; each
 * method throws what speaks against the write.
 */
public interface StackGuard {
    /** Checks that a stack can be made: its names are free. */
    void beforeCreate();

    /** Notes that a stack was deleted just now, so that its names may seem to be taken for a while. */
    void afterDeletion();

    /**
     * Checks that a stack can be changed: it is of this library, nothing that cannot change would have to, and the names of
     * what it lacks are free.
     *
     * @param operation what the check is for
     * @param template the text of the stack's template
     */
    void beforeUpdate(StackOperation operation, StackSnapshot stack, String template);

    /** Checks that a stack can be made of what exists, as far as that is no matter of what it takes in. */
    void beforeFirstImport();

    /**
     * Checks that a stack can take in what exists: as before an update, but that the names of what it lacks are not free.
     *
     * @param template the text of the stack's template
     */
    void beforeImport(StackSnapshot stack, String template);

    /**
     * Checks that a stack may be deleted or rolled back: it is of this library.
     *
     * @param operation what the check is for
     */
    void beforeRepair(StackOperation operation, StackSnapshot stack);

    /** Returns whether the stack is already as it should be, given the text of its template. */
    boolean isUnchanged(StackSnapshot stack, String template);

    /** Returns which name that the stack needs is taken, and by whom; nothing where none is. */
    Optional<String> collision();

    /** Returns who, outside the stack, uses what a deletion could not delete; empty where nobody is known. */
    String blockers(StackSnapshot stack);

    /** Removes what stands in the way of a deletion, if the spec says so; returns whether anything was. */
    boolean clear(StackSnapshot stack);
}
