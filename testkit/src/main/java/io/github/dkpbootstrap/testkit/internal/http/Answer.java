// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.http;

import java.nio.charset.StandardCharsets;

/** What goes back over the wire. */
public record Answer(int status, String contentType, String requestId, byte[] body) {
    static Answer of(int status, String contentType, String requestId, String body) {
        return new Answer(status, contentType, requestId, body.getBytes(StandardCharsets.UTF_8));
    }
}
