// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.dkpbootstrap.testkit.internal.sigv4.SignedRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** The HTTP server on the loopback interface, on a port that the system chooses. */
public final class HttpEndpoint implements AutoCloseable {
    private static final AtomicInteger THREADS = new AtomicInteger();
    private static final int MAX_BODY = 1 << 20;
    private static final byte[] LOOPBACK = {127, 0, 0, 1};

    /**
     * The server sends headers and body in two packets, the second of which would wait for the acknowledgement of the
     * first. This documented property is read once, as the first server of the JVM is made; a value that is set already
     * stays.
     */
    private static final String NO_DELAY = "sun.net.httpserver.nodelay";

    private final HttpServer server;
    private final ExecutorService executor;
    private final Function<SignedRequest, Answer> handler;

    private HttpEndpoint(HttpServer server, ExecutorService executor, Function<SignedRequest, Answer> handler) {
        this.server = server;
        this.executor = executor;
        this.handler = handler;
    }

    /** Starts a server that answers with {@code handler}. */
    public static HttpEndpoint start(Function<SignedRequest, Answer> handler) throws IOException {
        if (System.getProperty(NO_DELAY) == null) {
            System.setProperty(NO_DELAY, "true");
        }
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), 0), 0);
        ExecutorService executor = Executors.newCachedThreadPool(HttpEndpoint::thread);
        HttpEndpoint endpoint = new HttpEndpoint(server, executor, handler);
        server.createContext("/", endpoint::serve);
        server.setExecutor(executor);
        startAsDaemon(server);
        return endpoint;
    }

    /** Returns where clients reach the server. */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
        executor.shutdownNow();
    }

    /** The server's own thread inherits being a daemon from the one that starts it. */
    private static void startAsDaemon(HttpServer server) {
        Thread starter = thread(server::start);
        starter.start();
        boolean interrupted = false;
        while (starter.isAlive()) {
            try {
                starter.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "local-aws-" + THREADS.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY + 1);
            if (body.length > MAX_BODY) {
                exchange.sendResponseHeaders(413, -1);
                return;
            }
            write(
                    exchange,
                    handler.apply(new SignedRequest(
                            exchange.getRequestMethod(),
                            exchange.getRequestURI(),
                            exchange.getRequestHeaders(),
                            body)));
        }
    }

    private static void write(HttpExchange exchange, Answer answer) throws IOException {
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", answer.contentType());
        exchange.getResponseHeaders().set("x-amzn-RequestId", answer.requestId());
        exchange.sendResponseHeaders(answer.status(), body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }
}
