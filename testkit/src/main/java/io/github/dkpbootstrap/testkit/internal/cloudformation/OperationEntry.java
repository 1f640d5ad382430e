// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.cloudformation;

import io.github.dkpbootstrap.testkit.internal.Ids;
import java.time.Instant;
import java.util.Optional;

/** One operation on a stack in the stack's log, from the call that started it to its end. */
final class OperationEntry {
    /** How an operation stands, by AWS's names. */
    enum Status {
        IN_PROGRESS,
        SUCCEEDED,
        FAILED
    }

    private final String id = Ids.uuid();
    private final OperationKind kind;
    private final Optional<String> token;
    private final Instant started;
    private Status status = Status.IN_PROGRESS;
    private Optional<Instant> ended = Optional.empty();

    OperationEntry(OperationKind kind, Optional<String> token, Instant started) {
        this.kind = kind;
        this.token = token;
        this.started = started;
    }

    String id() {
        return id;
    }

    OperationKind kind() {
        return kind;
    }

    /** Returns the token of the call; all events of the operation bear it. */
    Optional<String> token() {
        return token;
    }

    Instant started() {
        return started;
    }

    Status status() {
        return status;
    }

    Optional<Instant> ended() {
        return ended;
    }

    boolean isRunning() {
        return status == Status.IN_PROGRESS;
    }

    void end(Status how, Instant now) {
        status = how;
        ended = Optional.of(now);
    }

    /** Notes that the stack came to {@code stackStatus}, which may be the end of the operation. */
    void turn(String stackStatus, Instant now) {
        if (isRunning() && !stackStatus.endsWith("_IN_PROGRESS")) {
            end(succeeded(stackStatus) ? Status.SUCCEEDED : Status.FAILED, now);
        }
    }

    private boolean succeeded(String stackStatus) {
        boolean rollsBack = kind == OperationKind.ROLLBACK || kind == OperationKind.CONTINUE_ROLLBACK;
        return stackStatus.endsWith("_COMPLETE") && (rollsBack || !stackStatus.contains("ROLLBACK"));
    }
}
