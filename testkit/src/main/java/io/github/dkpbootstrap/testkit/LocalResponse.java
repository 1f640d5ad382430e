// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit;

import io.github.dkpbootstrap.policy.internal.ValueStyle;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.immutables.value.Value;

/** What {@link LocalAws#handle} answers. Its text holds no body: that may be credentials. Immutable. */
@ValueStyle
@Value.Immutable
public interface LocalResponse {
    /** Returns the HTTP status. */
    @Value.Parameter
    int statusCode();

    /** Returns the headers. */
    @Value.Parameter
    Map<String, String> headers();

    /** Returns the body. */
    @Value.Parameter
    @Value.Redacted
    byte[] body();

    /** Returns the body as text. */
    default String bodyAsText() {
        return new String(body(), StandardCharsets.UTF_8);
    }
}
