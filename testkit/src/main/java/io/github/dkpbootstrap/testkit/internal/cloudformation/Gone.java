// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.cloudformation;

/** The object of a call does not exist. */
final class Gone extends ResourceFailure {
    private static final long serialVersionUID = 1L;

    Gone(String reason, String detail) {
        super(reason, detail);
    }
}
