// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.http;

import io.github.dkpbootstrap.testkit.internal.sigv4.SignedRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The HTTP server on the loopback interface, on a port that the system chooses. It is our own, because the JDK's gives no
 * hold of its sockets, and a connection that is reset must be reset.
 */
public final class HttpEndpoint implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HttpEndpoint.class);
    private static final AtomicInteger THREADS = new AtomicInteger();
    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final int BACKLOG = 128;
    private static final int GRACE_SECONDS = 5;

    private final ServerSocket server;
    private final ExecutorService executor = Executors.newCachedThreadPool(HttpEndpoint::thread);
    private final Function<SignedRequest, Reply> handler;
    private final Set<HttpConnection> connections = ConcurrentHashMap.newKeySet();

    private HttpEndpoint(ServerSocket server, Function<SignedRequest, Reply> handler) {
        this.server = server;
        this.handler = handler;
    }

    /** Starts a server that answers with {@code handler}. */
    public static HttpEndpoint start(Function<SignedRequest, Reply> handler) throws IOException {
        ServerSocket server = new ServerSocket(0, BACKLOG, InetAddress.getByAddress(LOOPBACK));
        HttpEndpoint endpoint = new HttpEndpoint(server, handler);
        endpoint.executor.execute(endpoint::accept);
        return endpoint;
    }

    /** Returns where clients reach the server. */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            LOG.debug("Closing port {}", server.getLocalPort(), e);
        }
        executor.shutdownNow();
        connections.forEach(HttpConnection::close);
        awaitThreads();
    }

    /** The port is free only when the thread that accepts has noticed. */
    private void awaitThreads() {
        try {
            if (!executor.awaitTermination(GRACE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("A request is still being handled after {} s", GRACE_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                HttpConnection connection = new HttpConnection(socket, handler);
                connections.add(connection);
                executor.execute(() -> serve(connection));
                if (server.isClosed()) {
                    connection.close();
                }
            } catch (IOException | RejectedExecutionException e) {
                LOG.trace("No longer accepting", e);
            }
        }
    }

    private void serve(HttpConnection connection) {
        try (connection) {
            connection.serve();
        } catch (IOException | UncheckedIOException e) {
            LOG.trace("The connection ended", e);
        } finally {
            connections.remove(connection);
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "local-aws-" + THREADS.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }
}
