// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.deploy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Tells a listener of an operation on a stack named dkp, in seconds since its start. */
final class Telling {
    private static final Instant START = Instant.parse("2024-05-06T07:08:09Z");
    private static final String ARN = "arn:aws:cloudformation:us-east-1:123456789012:stack/dkp/0a1b";

    private final StackListener listener;
    private final StackOperation operation;
    private int events;

    Telling(StackListener listener, StackOperation operation) {
        this.listener = listener;
        this.operation = operation;
        listener.onStart(operation, ARN);
    }

    static Surroundings terminal(int columns, Charset charset, Map<String, String> environment) {
        return new Surroundings(
                environment, Surroundings.Attached.TERMINAL, "Linux", charset, () -> OptionalInt.of(columns));
    }

    static Surroundings terminal(int columns) {
        return terminal(columns, StandardCharsets.UTF_8, Map.of("TERM", "xterm"));
    }

    Telling stack(int second, String status) {
        return tell(second, "dkp", "AWS::CloudFormation::Stack", status, null);
    }

    Telling stack(int second, String status, String reason) {
        return tell(second, "dkp", "AWS::CloudFormation::Stack", status, reason);
    }

    Telling resource(int second, String resource, String status) {
        return tell(second, resource, "AWS::IAM::Role", status, null);
    }

    Telling resource(int second, String resource, String status, String reason) {
        return tell(second, resource, "AWS::IAM::Role", status, reason);
    }

    /** The caller's clock started three seconds before the operation did. */
    Telling look(int second) {
        listener.onWait(operation, Duration.ofSeconds(second + 3));
        return this;
    }

    Telling end(String status) {
        listener.onEnd(operation, status);
        return this;
    }

    Telling giveUp(String why) {
        listener.onAbandon(operation, new IllegalStateException(why));
        return this;
    }

    private Telling tell(int second, String id, String type, String status, @Nullable String reason) {
        StackEvent.Builder event = StackEvent.builder();
        event.id("event-" + events++)
                .time(START.plusSeconds(second))
                .logicalId(id)
                .resourceType(type)
                .status(status);
        if (reason != null) {
            event.reason(reason);
        }
        listener.onEvent(event.build());
        return this;
    }
}
