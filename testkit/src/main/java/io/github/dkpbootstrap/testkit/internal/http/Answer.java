// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.http;

/** What goes back over the wire. Its text holds no body: that may be credentials. */
public record Answer(int status, String contentType, String requestId, String body) {
    @Override
    public String toString() {
        return "Answer{" + status + ", " + requestId + "}";
    }
}
