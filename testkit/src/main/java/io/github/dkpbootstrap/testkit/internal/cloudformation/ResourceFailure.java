// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.cloudformation;

/** A resource could not be brought to where the template wants it; the message is the reason in the event. */
class ResourceFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String detail;

    ResourceFailure(String reason) {
        this(reason, reason);
    }

    ResourceFailure(String reason, String detail) {
        super(reason, null, false, false);
        this.detail = detail;
    }

    /** Returns what the resource's handler said, without what CloudFormation puts around it in an event. */
    String detail() {
        return detail;
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
