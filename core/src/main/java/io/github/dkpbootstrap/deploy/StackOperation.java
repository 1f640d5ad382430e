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
    /** The stack is only looked at. */
    READ
}
