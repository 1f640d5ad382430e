// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.cloudformation;

/** Something long that happens to a stack. */
interface Operation {
    /** Starts; the rest follows on the time line. */
    void start();

    /** Stops where it is, because another operation takes over. */
    void abort();
}
