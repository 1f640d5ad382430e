// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sweep;

/** The end of a process in the middle of a call. Nothing that runs in it can do anything about that. */
final class ProcessStopped extends Error {
    private static final long serialVersionUID = 1L;

    ProcessStopped(int call) {
        super("The process stopped at call " + call, null, false, false);
    }
}
