// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

/** What a deployment did. */
public enum DeploymentOutcome {
    /** The stack was made. */
    CREATED,
    /** The stack was changed. */
    UPDATED,
    /** Resources that existed already became the stack's. */
    ADOPTED,
    /** The stack was as wanted already; nothing was changed. */
    UNCHANGED
}
