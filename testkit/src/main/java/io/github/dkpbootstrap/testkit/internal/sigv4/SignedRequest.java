// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.sigv4;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A request as it came. */
public final class SignedRequest {
    private final String method;
    private final URI uri;
    private final Map<String, List<String>> headers = new HashMap<>();
    private final byte[] body;

    /** Creates a request; upper and lower case of headers' names do not matter. The body is not copied. */
    public SignedRequest(String method, URI uri, Map<String, List<String>> headers, byte[] body) {
        this.method = method;
        this.uri = uri;
        this.body = body;
        headers.forEach((name, values) -> this.headers.put(name.toLowerCase(Locale.ROOT), values));
    }

    /** Returns the first value of a header, by its name in lower case. */
    public Optional<String> header(String name) {
        return headers.getOrDefault(name, List.of()).stream().findFirst();
    }

    /** Returns the URI, encoded as it came. */
    public URI uri() {
        return uri;
    }

    /** Returns the body itself, not a copy. */
    public byte[] body() {
        return body;
    }

    /** Returns the HTTP method, in capital letters. */
    public String method() {
        return method;
    }

    Map<String, List<String>> headers() {
        return headers;
    }
}
