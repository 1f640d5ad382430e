// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Asks a metadata service by hand. */
final class MetadataClient {
    static final String LIFE = "X-aws-ec2-metadata-token-ttl-seconds";
    static final String TOKEN = "X-aws-ec2-metadata-token";

    private static final int PATIENCE_MILLIS = 10_000;

    /** An answer: its status, its body if it is no error, and how long the token still lives. */
    record Response(int status, String body, String life) {}

    private final LocalInstance host;

    MetadataClient(LocalInstance host) {
        this.host = host;
    }

    Response token(String life) throws IOException {
        return send("PUT", "/latest/api/token", Map.of(LIFE, life), PATIENCE_MILLIS);
    }

    Response get(String path, Map<String, String> headers) throws IOException {
        return send("GET", path, headers, PATIENCE_MILLIS);
    }

    /** Returns what is below {@code /latest}, got with a new token. */
    Response read(String path) throws IOException {
        return get("/latest" + path, Map.of(TOKEN, token("21600").body()));
    }

    Response send(String method, String path, Map<String, String> headers, int patienceMillis) throws IOException {
        HttpURLConnection connection = (HttpURLConnection)
                host.metadataEndpoint().resolve(path).toURL().openConnection();
        connection.setRequestMethod(method);
        connection.setReadTimeout(patienceMillis);
        headers.forEach(connection::setRequestProperty);
        int status = connection.getResponseCode();
        String life = connection.getHeaderField(LIFE);
        return new Response(status, status < 400 ? body(connection) : "", life == null ? "" : life);
    }

    private static String body(HttpURLConnection connection) throws IOException {
        try (InputStream in = connection.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
