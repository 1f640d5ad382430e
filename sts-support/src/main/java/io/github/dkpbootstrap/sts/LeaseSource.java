// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

/** Where a session's credentials come from. */
@FunctionalInterface
interface LeaseSource {
    /** Who needs the answer. */
    enum Need {
        /** Callers wait: there are no valid credentials. */
        WAITED_FOR,
        /** Nobody: valid credentials are being replaced ahead of time. */
        AHEAD_OF_TIME
    }

    /**
     * Returns new credentials. Called on a thread that may wait, and by several at a time.
     *
     * @throws SessionException if there are none to be had, whatever the reason
     */
    Lease obtain(Need need);
}
