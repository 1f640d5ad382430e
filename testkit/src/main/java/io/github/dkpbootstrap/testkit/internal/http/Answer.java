// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.http;

import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;

/** What goes back over the wire. Its text holds no body: that may be credentials. */
public record Answer(int status, String contentType, String requestId, String body) implements Reply {
    /** Returns the body as it goes over the wire. */
    public byte[] bytes() {
        return body.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public OptionalInt httpStatus() {
        return OptionalInt.of(status);
    }

    @Override
    public String toString() {
        return "Answer{" + status + ", " + requestId + "}";
    }
}
