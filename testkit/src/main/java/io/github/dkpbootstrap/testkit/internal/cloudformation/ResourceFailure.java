// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.cloudformation;

/** A resource could not be brought to where the template wants it; the message is the reason in the event. */
class ResourceFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ResourceFailure(String reason) {
        super(reason, null, false, false);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
