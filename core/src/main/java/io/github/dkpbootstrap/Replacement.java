// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

/** Whether a change makes a new resource and deletes the old one. */
public enum Replacement {
    /** The resource stays. */
    NEVER,
    /** It depends on values that are known only when the change is made. */
    POSSIBLY,
    /** The resource is replaced. */
    ALWAYS
}
