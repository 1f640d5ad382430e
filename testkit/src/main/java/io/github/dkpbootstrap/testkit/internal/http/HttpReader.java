// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.http;

import io.github.dkpbootstrap.testkit.internal.sigv4.SignedRequest;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads HTTP/1.1 requests.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9112">RFC 9112</a>
 */
final class HttpReader {
    /** A request, and what of it the connection needs. */
    record Received(SignedRequest request, String method, boolean persistent) {}

    /** Tells the client that it may send the body. */
    interface Invitation {
        void send() throws IOException;
    }

    /** The request is none that the server takes. */
    static final class RefusedException extends IOException {
        private static final long serialVersionUID = 1L;
        private final int status;

        RefusedException(int status) {
            super("HTTP status " + status);
            this.status = status;
        }

        int status() {
            return status;
        }
    }

    private static final int BAD_REQUEST = 400;
    private static final int TOO_LARGE = 413;
    private static final int MAX_BODY = 1 << 20;
    private static final int MAX_LINE = 16 << 10;
    private static final int MAX_HEADERS = 200;

    private final InputStream in;
    private final Invitation invitation;

    HttpReader(InputStream in, Invitation invitation) {
        this.in = in;
        this.invitation = invitation;
    }

    /** Returns the next request, or nothing if the client has no more. */
    Optional<Received> next() throws IOException {
        in.mark(1);
        if (in.read() < 0) {
            return Optional.empty();
        }
        in.reset();
        String[] start = line().split(" ", -1);
        if (start.length != 3 || !start[2].matches("HTTP/1\\.[01]")) {
            throw new RefusedException(BAD_REQUEST);
        }
        URI uri = uri(start[1]);
        Map<String, List<String>> headers = headers();
        if (first(headers, "expect").equalsIgnoreCase("100-continue")) {
            invitation.send();
        }
        byte[] body = body(headers);
        String connection = first(headers, "connection").toLowerCase(Locale.ROOT);
        boolean persistent =
                start[2].equals("HTTP/1.1") ? !connection.equals("close") : connection.equals("keep-alive");
        return Optional.of(new Received(new SignedRequest(start[0], uri, headers, body), start[0], persistent));
    }

    private static URI uri(String target) throws RefusedException {
        try {
            return new URI(target);
        } catch (URISyntaxException e) {
            throw new RefusedException(BAD_REQUEST);
        }
    }

    private Map<String, List<String>> headers() throws IOException {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        int count = 0;
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            if (colon < 1 || ++count > MAX_HEADERS) {
                throw new RefusedException(BAD_REQUEST);
            }
            headers.computeIfAbsent(line.substring(0, colon), name -> new ArrayList<>())
                    .add(line.substring(colon + 1).strip());
        }
        return headers;
    }

    private byte[] body(Map<String, List<String>> headers) throws IOException {
        String coding = first(headers, "transfer-encoding");
        String length = first(headers, "content-length");
        if (coding.isEmpty()) {
            return length.isEmpty() ? new byte[0] : exactly(number(length, 10), MAX_BODY);
        }
        if (!coding.equalsIgnoreCase("chunked") || !length.isEmpty()) {
            throw new RefusedException(BAD_REQUEST);
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = chunkSize(); size > 0; size = chunkSize()) {
            body.writeBytes(exactly(size, MAX_BODY - body.size()));
            line();
        }
        headers();
        return body.toByteArray();
    }

    private int chunkSize() throws IOException {
        return number(line().replaceFirst(";.*", "").strip(), 16);
    }

    private static int number(String text, int radix) throws RefusedException {
        try {
            return Integer.parseUnsignedInt(text, radix);
        } catch (NumberFormatException e) {
            throw new RefusedException(BAD_REQUEST);
        }
    }

    private byte[] exactly(int size, int max) throws IOException {
        if (size < 0 || size > max) {
            throw new RefusedException(TOO_LARGE);
        }
        byte[] content = in.readNBytes(size);
        if (content.length < size) {
            throw new EOFException("The client ended in the middle of a body");
        }
        return content;
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("The client ended in the middle of a request");
            }
            if (line.size() == MAX_LINE) {
                throw new RefusedException(BAD_REQUEST);
            }
            line.write(c);
        }
        return line.toString(StandardCharsets.ISO_8859_1).strip();
    }

    private static String first(Map<String, List<String>> headers, String name) {
        return headers.getOrDefault(name, List.of("")).get(0);
    }
}
