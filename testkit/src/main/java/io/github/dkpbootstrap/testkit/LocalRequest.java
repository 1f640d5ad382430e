// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit;

import io.github.dkpbootstrap.policy.internal.ValueStyle;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.immutables.value.Value;

/** A request for {@link LocalAws#handle}, which needs no socket. Its text holds the method alone: a query may be as secret as
 * headers and body. Immutable. */
@ValueStyle
@Value.Immutable
public interface LocalRequest {
    /** Returns the HTTP method, in capital letters. */
    @Value.Parameter
    String method();

    /** Returns the URI, as signed: path and query in their encoded form. */
    @Value.Parameter
    @Value.Redacted
    URI uri();

    /** Returns the headers; upper and lower case of names do not matter. */
    @Value.Parameter
    @Value.Redacted
    Map<String, List<String>> headers();

    /** Returns the body; empty if there is none. */
    @Value.Parameter
    @Value.Redacted
    byte[] body();

    /** Returns a request. The body is copied. */
    static LocalRequest of(String method, URI uri, Map<String, List<String>> headers, byte[] body) {
        Map<String, List<String>> sorted = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        sorted.putAll(headers);
        return ImmutableLocalRequest.of(method, uri, sorted, body);
    }
}
