// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.cloudformation;

import io.github.dkpbootstrap.testkit.internal.cloudformation.UpdateChange.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Undoes what an update did so far. */
final class UpdateRollback implements Operation, Walk.Step {
    private static final Duration STARTING = Duration.ofSeconds(1);

    private final Workshop workshop;
    private final Map<String, UpdateChange> changes;
    private final Predicate<StackResource> kept;
    private final Walk walk;
    private final List<StackResource> leftovers = new ArrayList<>();
    private Optional<Operation> cleanup = Optional.empty();

    UpdateRollback(Workshop workshop, Map<String, UpdateChange> changes, Predicate<StackResource> kept) {
        this.workshop = workshop;
        this.changes = changes;
        this.kept = kept;
        Map<String, Set<String>> independent = new LinkedHashMap<>();
        changes.keySet().forEach(id -> independent.put(id, Set.of()));
        this.walk = new Walk(workshop, independent, this, Walk.OnFailure.STOP, this::finished);
    }

    @Override
    public void start() {
        workshop.timeline().schedule(STARTING, walk::advance);
    }

    @Override
    public void abort() {
        walk.abort();
        cleanup.ifPresent(Operation::abort);
    }

    @Override
    public Optional<Duration> begin(String id) {
        UpdateChange change = change(id);
        if (change.kind() == Kind.IMPORT) {
            workshop.event(change.resource(), "IMPORT_ROLLBACK_IN_PROGRESS");
            return Optional.of(STARTING);
        }
        if (change.kind() == Kind.CREATE) {
            leftovers.add(change.resource());
            return Optional.empty();
        }
        if (change.kind() == Kind.REPLACE) {
            if (!change.resource().physicalId().equals(change.before().physicalId())) {
                leftovers.add(change.resource());
            }
            workshop.stack().put(change.before());
            workshop.event(change.before(), "UPDATE_COMPLETE");
            return Optional.empty();
        }
        workshop.event(change.resource(), "UPDATE_IN_PROGRESS");
        return Optional.of(change.resource().type().duration());
    }

    @Override
    public void effect(String id) {
        UpdateChange change = change(id);
        if (change.kind() == Kind.IMPORT) {
            workshop.release(change.resource());
            return;
        }
        workshop.update(
                change.resource(),
                change.resource().properties(),
                change.before().properties());
        change.resource()
                .declare(change.before().deletionPolicy(), change.before().needs());
    }

    @Override
    public void complete(String id) {
        UpdateChange change = change(id);
        if (change.kind() == Kind.IMPORT) {
            workshop.event(change.resource(), "IMPORT_ROLLBACK_COMPLETE");
            workshop.stack().drop(id);
        } else {
            workshop.event(change.resource(), "UPDATE_COMPLETE");
        }
    }

    @Override
    public void failed(String id, String reason) {
        UpdateChange change = change(id);
        String status = change.kind() == Kind.IMPORT ? "IMPORT_ROLLBACK_FAILED" : "UPDATE_FAILED";
        workshop.event(change.resource(), status, reason);
    }

    private void finished() {
        if (!walk.failures().isEmpty()) {
            workshop.transition(
                    "UPDATE_ROLLBACK_FAILED",
                    "The following resource(s) failed to update: " + new TreeSet<>(walk.failures()) + ". ");
            return;
        }
        workshop.computeOutputs();
        Operation last = new Cleanup(workshop, leftovers, kept, "UPDATE_ROLLBACK_COMPLETE");
        cleanup = Optional.of(last);
        last.start();
    }

    private UpdateChange change(String id) {
        return Optional.ofNullable(changes.get(id)).orElseThrow();
    }
}
