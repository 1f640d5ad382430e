// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

/** What destroying did. */
public enum DestroyOutcome {
    /** The stack and its resources were deleted. */
    DESTROYED,
    /** There was no such stack. */
    ABSENT
}
