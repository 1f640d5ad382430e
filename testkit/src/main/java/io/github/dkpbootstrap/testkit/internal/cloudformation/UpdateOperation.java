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

/** Updates a stack, and goes back to where it was on a failure. */
final class UpdateOperation implements Operation, Walk.Step {
    private static final Duration STARTING = Duration.ofSeconds(1);

    private final Workshop workshop;
    private final Stack stack;
    private final StackSettings target;
    private final Trail trail;
    private final Adoption adoption;
    private final Map<String, Set<String>> needs;
    private final Walk walk;
    private final Map<String, UpdateChange> changes = new LinkedHashMap<>();
    private Optional<Operation> next = Optional.empty();

    UpdateOperation(Workshop workshop, StackSettings target, Adoption adoption) {
        this.workshop = workshop;
        this.stack = workshop.stack();
        this.target = target;
        this.trail = stack.takeTrail();
        this.adoption = adoption;
        this.needs = new Dependencies(target.template()).all();
        this.walk = new Walk(workshop, needs, this, Walk.OnFailure.STOP, this::finished);
    }

    @Override
    public void start() {
        stack.setSettings(target);
        workshop.transition("UPDATE_IN_PROGRESS", "User Initiated");
        workshop.timeline().schedule(STARTING, this::enter);
    }

    private void enter() {
        if (walk.isOver() || workshop.validates()) {
            walk.advance();
            return;
        }
        walk.abort();
        if (stack.isRollbackDisabled()) {
            workshop.transition("UPDATE_FAILED", EarlyChecks.REASON);
        } else {
            restore(EarlyChecks.REASON);
        }
    }

    @Override
    public void abort() {
        walk.abort();
        next.ifPresent(Operation::abort);
    }

    /** Goes back, because the user wants to. */
    void cancel(Optional<String> token) {
        walk.abort();
        rollBack(
                new OperationEntry(
                        OperationKind.ROLLBACK, token, workshop.timeline().now()),
                "User Initiated");
    }

    @Override
    public Optional<Duration> begin(String id) {
        Template.Resource declared =
                Optional.ofNullable(target.template().resources().get(id)).orElseThrow();
        Properties wanted = workshop.wanted(id);
        Set<String> needed = needs.getOrDefault(id, Set.of());
        Optional<StackResource> existing = stack.resource(id)
                .filter(r -> r.physicalId().isPresent() && !r.status().equals("CREATE_FAILED"));
        if (existing.isPresent()
                && !existing.get().hasFailed()
                && existing.get().properties().equals(wanted)) {
            existing.get().declare(declared.deletionPolicy(), needed);
            return Optional.empty();
        }
        UpdateChange change =
                existing.map(resource -> change(id, resource, wanted)).orElseGet(() -> creation(id, declared.type()));
        changes.put(id, change);
        trail.note(id, stack.isRollbackDisabled() ? change.inPlace() : change);
        change.resource().declare(declared.deletionPolicy(), needed);
        change.resource().setProperties(wanted);
        if (change.kind() == Kind.IMPORT) {
            return Optional.of(adoption.begin(change.resource()));
        }
        workshop.event(
                change.resource(),
                change.kind().prefix() + "_IN_PROGRESS",
                Optional.of("Requested update requires the creation of a new physical resource; hence creating one.")
                        .filter(reason -> change.kind() == Kind.REPLACE));
        if (stack.isRollbackDisabled()) {
            change.refuseReplacement();
        }
        change.refuseCustomName();
        return Optional.of(declared.type().duration());
    }

    private UpdateChange change(String id, StackResource resource, Properties wanted) {
        return UpdateChange.of(resource, trail.beforeFailure(id).orElseGet(resource::properties), wanted);
    }

    private UpdateChange creation(String id, ResourceType type) {
        StackResource created = stack.resource(id).orElseGet(() -> new StackResource(id, type));
        stack.put(created);
        return new UpdateChange(adoption.takes(created) ? Kind.IMPORT : Kind.CREATE, created, created.copy());
    }

    @Override
    public void effect(String id) {
        UpdateChange change = change(id);
        StackResource resource = change.resource();
        Properties wanted = workshop.wanted(id);
        switch (change.kind()) {
            case IMPORT -> adoption.effect(resource);
            case CREATE -> {
                // What an earlier attempt left half made goes first.
                workshop.delete(resource);
                workshop.create(resource, wanted, "CREATE_IN_PROGRESS", "Resource creation Initiated");
            }
            case REPLACE -> workshop.create(resource, wanted, "UPDATE_IN_PROGRESS", "Resource creation Initiated");
            case UPDATE -> workshop.update(resource, change.before().properties(), wanted);
        }
    }

    @Override
    public void complete(String id) {
        UpdateChange change = change(id);
        if (change.kind() == Kind.IMPORT) {
            adoption.complete(change.resource());
        } else {
            workshop.event(change.resource(), change.kind().prefix() + "_COMPLETE");
        }
    }

    @Override
    public void failed(String id, String reason) {
        UpdateChange change = change(id);
        if (change.kind() == Kind.IMPORT) {
            adoption.failed(change.resource(), reason);
        } else {
            workshop.event(change.resource(), change.kind().prefix() + "_FAILED", reason);
        }
    }

    private void finished() {
        if (!walk.failures().isEmpty()) {
            TreeSet<String> failed = new TreeSet<>(walk.failures());
            failed.addAll(walk.running());
            rollBackOrStop(describe(failed));
            return;
        }
        workshop.computeOutputs();
        List<StackResource> leftovers = new ArrayList<>();
        changes.values().stream()
                .filter(change -> change.kind() == Kind.REPLACE)
                .forEach(change -> leftovers.add(change.before()));
        stack.resources().stream()
                .filter(resource -> !target.template().resources().containsKey(resource.logicalId()))
                .forEach(leftovers::add);
        follow(new Cleanup(workshop, leftovers, Deletion::keeps, "UPDATE_COMPLETE"));
    }

    private String describe(Set<String> failed) {
        StringBuilder reason = new StringBuilder();
        for (String verb : List.of("create", "import", "update")) {
            List<String> ids = failed.stream()
                    .filter(id -> change(id).kind().verb().equals(verb))
                    .toList();
            if (!ids.isEmpty()) {
                reason.append("The following resource(s) failed to ")
                        .append(verb)
                        .append(": ")
                        .append(ids)
                        .append(". ");
            }
        }
        return reason.toString();
    }

    private void rollBackOrStop(String reason) {
        if (stack.isRollbackDisabled()) {
            cancelRunning();
            workshop.transition("UPDATE_FAILED", reason);
        } else {
            rollBack(workshop.nextOperation(OperationKind.ROLLBACK), reason);
        }
    }

    private void rollBack(OperationEntry entry, String reason) {
        cancelRunning();
        stack.operations().open(entry);
        restore(reason);
    }

    private void restore(String reason) {
        if (trail.stable().isEmpty()) {
            follow(new Removal(workshop, "ROLLBACK", reason));
            return;
        }
        workshop.transition("UPDATE_ROLLBACK_IN_PROGRESS", reason);
        stack.setSettings(trail.stable().get());
        follow(new UpdateRollback(workshop, trail, Set.of()));
    }

    private void cancelRunning() {
        for (String id : walk.running()) {
            UpdateChange change = change(id);
            if (change.kind() == Kind.IMPORT) {
                adoption.cancel(change.resource());
                continue;
            }
            String verb = change.kind() == Kind.CREATE ? "creation" : "update";
            workshop.event(change.resource(), change.kind().prefix() + "_FAILED", "Resource " + verb + " cancelled");
        }
        walk.running().clear();
    }

    private void follow(Operation operation) {
        next = Optional.of(operation);
        operation.start();
    }

    private UpdateChange change(String id) {
        return Optional.ofNullable(changes.get(id)).orElseThrow();
    }
}
