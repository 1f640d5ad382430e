// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.cloudformation;

import io.github.dkpbootstrap.testkit.internal.Ids;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The operations on a stack, and what happened in each. */
final class OperationLog {
    private final List<OperationEntry> entries = new ArrayList<>();
    private final List<OperationEvent> events = new ArrayList<>();

    /** Adds an operation; one that is still running on the stack itself has failed, for this one takes over. */
    void open(OperationEntry entry) {
        if (entry.kind() == OperationKind.CREATE_CHANGESET) {
            note(entry, entry.started());
        } else {
            entries.stream()
                    .filter(running -> running.isRunning() && running.kind() != OperationKind.CREATE_CHANGESET)
                    .forEach(running -> close(running, OperationEntry.Status.FAILED, entry.started()));
        }
        entries.add(entry);
    }

    /** Ends an operation. */
    void close(OperationEntry running, OperationEntry.Status status, Instant now) {
        running.end(status, now);
        note(running, now);
    }

    private void note(OperationEntry entry, Instant now) {
        events.add(new OperationEvent.Turn(entry, Ids.uuid(), now, entry.status(), entry.ended(), Optional.empty()));
    }

    /** Returns the newest operation. */
    Optional<OperationEntry> current() {
        return entries.isEmpty() ? Optional.empty() : Optional.of(entries.get(entries.size() - 1));
    }

    /** Returns the newest operation of each kind, newest first. */
    List<OperationEntry> latest() {
        Set<OperationKind> seen = EnumSet.noneOf(OperationKind.class);
        List<OperationEntry> latest = new ArrayList<>();
        for (int i = entries.size() - 1; i >= 0; i--) {
            if (seen.add(entries.get(i).kind())) {
                latest.add(entries.get(i));
            }
        }
        return latest;
    }

    /** Returns the newest operation of a kind that a call with this token started; of any call, without a token. */
    Optional<OperationEntry> find(OperationKind kind, Optional<String> token) {
        return entries.stream()
                .filter(entry -> entry.kind() == kind)
                .filter(entry -> token.isEmpty() || entry.token().equals(token))
                .reduce((older, newer) -> newer);
    }

    Optional<OperationEntry> find(String id) {
        return entries.stream().filter(entry -> entry.id().equals(id)).findFirst();
    }

    /** Returns what happened, oldest first. */
    List<OperationEvent> events() {
        return events;
    }

    /** Notes that the stack came to another status. */
    void turned(StackEvent event) {
        current().ifPresent(entry -> {
            entry.turn(event.status(), event.timestamp());
            events.add(new OperationEvent.Turn(
                    entry, event.eventId(), event.timestamp(), entry.status(), entry.ended(), Optional.of(event)));
        });
    }

    /** Notes that a resource came to another status. */
    void progressed(StackEvent event) {
        current().ifPresent(entry -> events.add(new OperationEvent.Progress(entry, event)));
    }

    /** Notes what early validation found in an operation. */
    void rejected(OperationEntry entry, Finding finding, Instant now) {
        events.add(new OperationEvent.Rejection(entry, Ids.uuid(), now, finding));
    }
}
