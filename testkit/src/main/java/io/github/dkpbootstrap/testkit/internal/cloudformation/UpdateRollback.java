// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.cloudformation;

import io.github.dkpbootstrap.testkit.internal.cloudformation.UpdateChange.Kind;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Undoes what an update did so far. */
final class UpdateRollback implements Operation, Walk.Step {
    private static final Duration STARTING = Duration.ofSeconds(1);

    private final Workshop workshop;
    private final Trail trail;
    private final Set<String> skipped;
    private final Walk walk;
    private Optional<Operation> cleanup = Optional.empty();

    /**
     * Creates a rollback of what is left to undo.
     *
     * @param skipped resources to leave as they are, and to take for rolled back
     */
    UpdateRollback(Workshop workshop, Trail trail, Set<String> skipped) {
        this.workshop = workshop;
        this.trail = trail;
        this.skipped = skipped;
        Map<String, Set<String>> independent = new LinkedHashMap<>();
        trail.changes().keySet().forEach(id -> independent.put(id, Set.of()));
        this.walk = new Walk(workshop, independent, this, Walk.OnFailure.STOP, this::finished);
    }

    @Override
    public void start() {
        trail.stuck().clear();
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
        StackResource resource = change.resource();
        if (change.kind() == Kind.IMPORT) {
            workshop.event(resource, "IMPORT_ROLLBACK_IN_PROGRESS");
            return Optional.of(STARTING);
        }
        if (change.kind() == Kind.CREATE) {
            trail.leftovers().add(resource);
            trail.changes().remove(id);
            return Optional.empty();
        }
        if (change.kind() == Kind.REPLACE) {
            if (!resource.physicalId().equals(change.before().physicalId())) {
                trail.leftovers().add(resource);
            }
            workshop.stack().put(change.before());
            workshop.event(change.before(), "UPDATE_COMPLETE");
            trail.changes().remove(id);
            return Optional.empty();
        }
        if (skipped.contains(id)) {
            resource.setProperties(change.before().properties());
            complete(id);
            return Optional.empty();
        }
        workshop.event(resource, "UPDATE_IN_PROGRESS");
        return Optional.of(resource.type().duration());
    }

    @Override
    public void effect(String id) {
        StackResource resource = change(id).resource();
        if (change(id).kind() == Kind.IMPORT) {
            workshop.release(resource);
            return;
        }
        Properties changed = resource.properties();
        try {
            workshop.update(resource, changed, change(id).before().properties());
        } catch (ResourceFailure failure) {
            // Whoever tries again has to know from where.
            resource.setProperties(changed);
            throw failure;
        }
    }

    @Override
    public void complete(String id) {
        UpdateChange change = change(id);
        trail.changes().remove(id);
        if (change.kind() == Kind.IMPORT) {
            workshop.event(change.resource(), "IMPORT_ROLLBACK_COMPLETE");
            workshop.stack().drop(id);
            return;
        }
        change.resource()
                .declare(change.before().deletionPolicy(), change.before().needs());
        workshop.event(change.resource(), "UPDATE_COMPLETE");
    }

    @Override
    public void failed(String id, String reason) {
        trail.stuck().add(id);
        UpdateChange change = change(id);
        String status = change.kind() == Kind.IMPORT ? "IMPORT_ROLLBACK_FAILED" : "UPDATE_FAILED";
        workshop.event(change.resource(), status, reason);
    }

    private void finished() {
        if (!walk.failures().isEmpty()) {
            TreeSet<String> failed = new TreeSet<>(walk.failures());
            failed.addAll(walk.running());
            walk.running()
                    .forEach(id -> workshop.event(change(id).resource(), "UPDATE_FAILED", "Resource update cancelled"));
            workshop.transition(
                    "UPDATE_ROLLBACK_FAILED", "The following resource(s) failed to update: " + failed + ". ");
            return;
        }
        workshop.computeOutputs();
        Operation last =
                new Cleanup(workshop, trail.leftovers(), workshop.stack()::keepsOnRollback, "UPDATE_ROLLBACK_COMPLETE");
        cleanup = Optional.of(last);
        last.start();
    }

    private UpdateChange change(String id) {
        return Optional.ofNullable(trail.changes().get(id)).orElseThrow();
    }
}
