// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.deploy;

/** What is asked of a stack. */
public enum StackGoal {
    /** The stack shall be as the spec says. */
    DEPLOY,
    /** The stack shall be gone. */
    DESTROY,
    /** It shall be known what a deployment would change. */
    PLAN,
    /** Resources that exist already shall become the stack's. */
    ADOPT
}
