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

    /** Checks that a stack can be changed: it is of this library, and nothing that cannot change would have to. */
    void beforeUpdate(StackSnapshot stack);

    /** Checks that a stack may be deleted or rolled back: it is of this library. */
    void beforeRepair(StackSnapshot stack);

    /** Returns whether the stack is already as it should be, given the text of its template. */
    boolean isUnchanged(StackSnapshot stack, String template);

    /** Returns which name that the stack needs is taken, and by whom; nothing where none is. */
    Optional<String> collision();

    /** Returns who, outside the stack, uses what a deletion could not delete; empty where nobody is known. */
    String blockers(StackSnapshot stack);

    /** Removes what stands in the way of a deletion, if the spec says so; returns whether anything was. */
    boolean clear(StackSnapshot stack);
}
