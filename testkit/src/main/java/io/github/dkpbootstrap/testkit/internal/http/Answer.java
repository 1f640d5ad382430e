// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.http;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

/** What goes back over the wire. Its text holds no body: that may be credentials. */
public record Answer(int status, String contentType, String requestId, String body, Map<String, String> more)
        implements Reply {
    /** Creates an answer with the headers that every one has. */
    public Answer(int status, String contentType, String requestId, String body) {
        this(status, contentType, requestId, body, Map.of());
    }

    /** Returns the headers that matter to clients. What no AWS service answered has no request id. */
    public Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", contentType);
        if (!requestId.isEmpty()) {
            headers.put("x-amzn-RequestId", requestId);
        }
        headers.putAll(more);
        return headers;
    }

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
