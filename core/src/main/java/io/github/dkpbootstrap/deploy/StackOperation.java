// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.deploy;

/** What is done to a stack. */
public enum StackOperation {
    /** The stack is made. */
    CREATE,
    /** The stack is changed. */
    UPDATE,
    /** The stack and its resources are deleted. */
    DELETE,
    /** An update that failed is rolled back, or its rollback is continued. */
    ROLLBACK,
    /** Resources that exist already become the stack's. */
    IMPORT,
    /** A change set is made, to see what would change. */
    PLAN,
    /** What differs from the template is looked for. */
    DRIFT,
    /** The stack is only looked at. */
    READ
}
