// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How connections end, seen from the socket and without one. */
class LostConnectionTest {
    private static final LocalRequest REQUEST = LocalRequest.of("GET", URI.create("/"), Map.of(), new byte[0]);

    private final LocalAws aws = LocalAws.start();

    @AfterEach
    void close() {
        aws.close();
    }

    @Test
    void closesWithoutAByteOfAnswer() throws IOException {
        aws.inject(CallFault.lostBeforeEffect());
        aws.inject(CallFault.lostAfterEffect().onCall(2));
        assertThat(talk()).isEmpty();
        assertThat(talk()).isEmpty();
        assertThat(talk()).startsWith("HTTP/1.1 403 ");
    }

    @Test
    void resetsTheConnectionItself() {
        aws.inject(CallFault.reset());
        assertThatThrownBy(this::talk).isInstanceOf(SocketException.class).hasMessage("Connection reset");
    }

    @Test
    void promisesMoreThanItSends() throws IOException {
        aws.inject(CallFault.truncated());
        String answer = talk();
        String body = answer.substring(answer.indexOf("\r\n\r\n") + 4);
        assertThat(answer).contains("Content-Length: " + aws.handle(REQUEST).body().length + "\r\n");
        assertThat(body).hasSize(aws.handle(REQUEST).body().length / 2);
    }

    @Test
    void throwsInProcessWhatASocketThrows() {
        aws.inject(CallFault.lostBeforeEffect());
        aws.inject(CallFault.reset().onCall(2));
        assertThatThrownBy(() -> aws.handle(REQUEST))
                .isInstanceOf(UncheckedIOException.class)
                .hasCauseInstanceOf(EOFException.class);
        assertThatThrownBy(() -> aws.handle(REQUEST))
                .isInstanceOf(UncheckedIOException.class)
                .hasCauseInstanceOf(SocketException.class);
        assertThat(aws.handle(REQUEST).statusCode()).isEqualTo(403);
    }

    @Test
    void cutsTheAnswerInProcessToo() {
        int whole = aws.handle(REQUEST).body().length;
        aws.inject(CallFault.truncated());
        assertThat(aws.handle(REQUEST).body()).hasSize(whole / 2);
    }

    @Test
    void reallyWaitsInRealTime() {
        aws.inject(CallFault.slow(Duration.ofMillis(30)));
        long start = System.nanoTime();
        aws.handle(REQUEST);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(30));
    }

    @Test
    void endsASlowAnswerWhenItsThreadIsInterrupted() {
        aws.inject(CallFault.slow(Duration.ofHours(1)));
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> aws.handle(REQUEST)).isInstanceOf(UncheckedIOException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    private String talk() throws IOException {
        try (Socket socket = new Socket(aws.endpoint().getHost(), aws.endpoint().getPort())) {
            socket.getOutputStream()
                    .write("GET / HTTP/1.1\r\nConnection: close\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
