// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The server as odd clients see it, byte by byte. */
class HttpServerTest {
    private final LocalAws aws = LocalAws.start();

    @AfterEach
    void close() {
        aws.close();
    }

    @Test
    void answersSeveralRequestsOnOneConnection() throws IOException {
        String answers = talk("GET / HTTP/1.1\r\nHost: a\r\n\r\nGET / HTTP/1.1\r\nConnection: close\r\n\r\n");
        assertThat(answers.split("HTTP/1.1 403 \r\n", -1)).hasSize(3);
        assertThat(answers).contains("<Code>MissingAuthenticationToken</Code>");
    }

    @Test
    void endsAnOldConnectionAfterOneAnswer() throws IOException {
        assertThat(talk("GET / HTTP/1.0\r\n\r\nGET / HTTP/1.0\r\n\r\n").split("HTTP/1.1 403", -1))
                .hasSize(2);
    }

    @Test
    void invitesTheBodyOfAClientThatAsksFirst() throws IOException {
        assertThat(talk("POST / HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 2\r\nConnection: close\r\n\r\nab"))
                .startsWith("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 403 ");
    }

    @Test
    void takesChunkedBodies() throws IOException {
        String chunked = String.join(
                "\r\n",
                "POST / HTTP/1.1",
                "Transfer-Encoding: chunked",
                "",
                "8;x=y",
                "Action=A",
                "2",
                "BC",
                "0",
                "",
                "");
        assertThat(talk(chunked + "GET / HTTP/1.0\r\n\r\n")).contains("HTTP/1.1 403");
        assertThat(aws.calls().get(0).parameters()).containsEntry("Action", "ABC");
        assertThat(aws.calls()).hasSize(2);
    }

    @Test
    void sendsNoBodyToHead() throws IOException {
        assertThat(talk("HEAD / HTTP/1.0\r\n\r\n")).startsWith("HTTP/1.1 403 ").endsWith("\r\n\r\n");
    }

    @Test
    void refusesWhatIsNoRequest() throws IOException {
        assertThat(talk("hello\r\n\r\n")).startsWith("HTTP/1.1 400 ");
        assertThat(talk("GET / HTTP/1.1\r\nno header\r\n\r\n")).startsWith("HTTP/1.1 400 ");
        assertThat(talk("GET /%zz HTTP/1.1\r\n\r\n")).startsWith("HTTP/1.1 400 ");
        assertThat(talk("GET / HTTP/1.1\r\nContent-Length: x\r\n\r\n")).startsWith("HTTP/1.1 400 ");
        assertThat(talk("GET / HTTP/1.1\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n"))
                .startsWith("HTTP/1.1 400 ");
        assertThat(talk("GET /" + "a".repeat(20_000) + " HTTP/1.1\r\n\r\n")).startsWith("HTTP/1.1 400 ");
        assertThat(talk("POST / HTTP/1.1\r\nContent-Length: 1048577\r\n\r\n")).startsWith("HTTP/1.1 413 ");
        assertThat(aws.calls()).isEmpty();
    }

    @Test
    void forgetsRequestsThatEndInTheMiddle() throws IOException {
        assertThat(talk("POST / HTTP/1.1\r\nContent-Length: 10\r\n\r\nabc")).isEmpty();
        assertThat(talk("POST / HTTP/1.1\r\nContent-")).isEmpty();
        assertThat(aws.calls()).isEmpty();
    }

    private String talk(String request) throws IOException {
        try (Socket socket = new Socket(aws.endpoint().getHost(), aws.endpoint().getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
