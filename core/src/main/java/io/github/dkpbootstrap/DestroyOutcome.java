// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

/** What destroying did. */
public enum DestroyOutcome {
    /** The stack and its resources were deleted. */
    DESTROYED,
    /** The stack is gone, and resources that its template says to retain are still there; the log names them. */
    RESOURCES_RETAINED,
    /** There was no such stack. */
    ABSENT
}
