// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

/**
 * What a deployment does about a stack in {@code CREATE_FAILED}, {@code ROLLBACK_FAILED} or {@code DELETE_FAILED}, in which
 * something may be left that a person wants to look at.
 */
public enum FailedStack {
    /** It is explained and left as it is. */
    KEEP,
    /** It is explained in the log, deleted, and made anew once. */
    RECREATE
}
