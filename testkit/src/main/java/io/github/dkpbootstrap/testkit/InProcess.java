// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit;

import io.github.dkpbootstrap.testkit.internal.fault.Disturbance.Ending;
import io.github.dkpbootstrap.testkit.internal.http.Answer;
import io.github.dkpbootstrap.testkit.internal.http.Reply;
import java.io.EOFException;
import java.io.UncheckedIOException;
import java.net.SocketException;
import java.util.Arrays;

/** Shows a reply to a caller in the same JVM as a client sees it through a socket. */
final class InProcess {
    private InProcess() {}

    static LocalResponse response(Reply reply) {
        if (reply instanceof Answer answer) {
            return response(answer, answer.bytes());
        }
        if (reply instanceof Reply.Truncated truncated) {
            byte[] whole = truncated.answer().bytes();
            return response(truncated.answer(), Arrays.copyOf(whole, whole.length / 2));
        }
        boolean reset = ((Reply.Lost) reply).ending() == Ending.RESET;
        throw new UncheckedIOException(
                reset
                        ? new SocketException("Connection reset")
                        : new EOFException("The connection ended without an answer"));
    }

    private static LocalResponse response(Answer answer, byte[] body) {
        return ImmutableLocalResponse.of(answer.status(), answer.headers(), body);
    }
}
