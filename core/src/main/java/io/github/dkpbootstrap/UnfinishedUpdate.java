// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

/** What becomes of an update that is in flight when its deadline passes or its caller is interrupted. */
public enum UnfinishedUpdate {
    /** AWS goes on with it; the next call follows it. */
    LEAVE,
    /**
     * It is cancelled, so that AWS rolls it back, where that is legal: in {@code UPDATE_IN_PROGRESS}, and only what this
     * deployment began.
     */
    CANCEL
}
