// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.deploy;

/** What a change set would do to its stack. */
public enum ChangeSetKind {
    /** Make the stack. */
    CREATE,
    /** Change the stack. */
    UPDATE,
    /** Take resources that exist already into the stack. */
    IMPORT,
    /** Bring what was changed by others back to what the template says. */
    REVERT_DRIFT
}
