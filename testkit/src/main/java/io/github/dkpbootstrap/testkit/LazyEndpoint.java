// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit;

import io.github.dkpbootstrap.testkit.internal.http.HttpEndpoint;
import io.github.dkpbootstrap.testkit.internal.http.Reply;
import io.github.dkpbootstrap.testkit.internal.sigv4.SignedRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;

/** A server that starts when someone asks where it is: who calls in process needs no port and no thread. Thread-safe. */
final class LazyEndpoint {
    private final Function<SignedRequest, Reply> handler;
    private Optional<HttpEndpoint> server = Optional.empty();
    private boolean closed;

    LazyEndpoint(Function<SignedRequest, Reply> handler) {
        this.handler = handler;
    }

    synchronized URI uri() {
        if (server.isEmpty()) {
            server = Optional.of(start());
        }
        return server.get().uri();
    }

    synchronized void close() {
        closed = true;
        server.ifPresent(HttpEndpoint::close);
    }

    private HttpEndpoint start() {
        if (closed) {
            throw new IllegalStateException("The local AWS is closed");
        }
        try {
            return HttpEndpoint.start(handler);
        } catch (IOException e) {
            throw new UncheckedIOException("The local AWS could not open a port on the loopback interface", e);
        }
    }
}
