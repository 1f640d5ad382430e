// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.http;

import io.github.dkpbootstrap.testkit.internal.fault.Disturbance.Ending;
import io.github.dkpbootstrap.testkit.internal.sigv4.SignedRequest;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection of a client: requests one after the other, until either side has had enough. */
final class HttpConnection implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HttpConnection.class);
    private static final int IDLE_MILLIS = 300_000;

    private final Socket socket;
    private final Function<SignedRequest, Reply> handler;

    HttpConnection(Socket socket, Function<SignedRequest, Reply> handler) {
        this.socket = socket;
        this.handler = handler;
    }

    void serve() throws IOException {
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(IDLE_MILLIS);
        HttpReader reader = new HttpReader(new BufferedInputStream(socket.getInputStream()), this::goOn);
        boolean open = true;
        while (open) {
            open = serveOne(reader);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.trace("Closing a connection", e);
        }
    }

    private boolean serveOne(HttpReader reader) throws IOException {
        Optional<HttpReader.Received> received;
        try {
            received = reader.next();
        } catch (HttpReader.RefusedException e) {
            write(e.status(), "Connection: close\r\n", new byte[0], 0, "GET");
            return false;
        }
        if (received.isEmpty()) {
            return false;
        }
        Reply reply = handler.apply(received.get().request());
        if (reply instanceof Reply.Lost lost) {
            if (lost.ending() == Ending.RESET) {
                socket.setSoLinger(true, 0);
            }
            return false;
        }
        boolean truncated = reply instanceof Reply.Truncated;
        Answer answer = truncated ? ((Reply.Truncated) reply).answer() : (Answer) reply;
        byte[] body = answer.bytes();
        boolean last = truncated || !received.get().persistent();
        StringBuilder headers = new StringBuilder();
        answer.headers()
                .forEach((name, value) ->
                        headers.append(name).append(": ").append(value).append("\r\n"));
        headers.append(last ? "Connection: close\r\n" : "");
        write(
                answer.status(),
                headers.toString(),
                body,
                truncated ? body.length / 2 : body.length,
                received.get().method());
        return !last;
    }

    /** Sends an answer in one packet, if it fits: a second would wait until the client acknowledges the first. */
    private void write(int status, String headers, byte[] body, int sent, String method) throws IOException {
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC));
        String head = "HTTP/1.1 " + status + " \r\nDate: " + date + "\r\n" + headers + "Content-Length: " + body.length
                + "\r\n\r\n";
        ByteArrayOutputStream packet = new ByteArrayOutputStream();
        packet.writeBytes(head.getBytes(StandardCharsets.ISO_8859_1));
        if (!method.equals("HEAD")) {
            packet.write(body, 0, sent);
        }
        OutputStream out = socket.getOutputStream();
        packet.writeTo(out);
        out.flush();
    }

    private void goOn() throws IOException {
        socket.getOutputStream().write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
    }
}
