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

/** Updates a stack, and goes back to where it was on a failure. */
final class UpdateOperation implements Operation, Walk.Step {
    private static final Duration STARTING = Duration.ofSeconds(1);

    private final Workshop workshop;
    private final Stack stack;
    private final StackSettings target;
    private final StackSettings previous;
    private final Adoption adoption;
    private final Predicate<StackResource> keptOnRollback;
    private final Map<String, Set<String>> needs;
    private final Walk walk;
    private final Map<String, UpdateChange> changes = new LinkedHashMap<>();
    private Optional<Operation> next = Optional.empty();

    UpdateOperation(
            Workshop workshop, StackSettings target, Adoption adoption, Predicate<StackResource> keptOnRollback) {
        this.workshop = workshop;
        this.stack = workshop.stack();
        this.target = target;
        this.adoption = adoption;
        this.keptOnRollback = keptOnRollback;
        this.previous = stack.settings();
        this.needs = new Dependencies(target.template()).all();
        this.walk = new Walk(workshop, needs, this, Walk.OnFailure.STOP, this::finished);
    }

    @Override
    public void start() {
        stack.setSettings(target);
        workshop.transition("UPDATE_IN_PROGRESS", "User Initiated");
        workshop.timeline().schedule(STARTING, walk::advance);
    }

    @Override
    public void abort() {
        walk.abort();
        next.ifPresent(Operation::abort);
    }

    /** Goes back, because the user wants to. */
    void cancel() {
        walk.abort();
        rollBack("User Initiated");
    }

    @Override
    public Optional<Duration> begin(String id) {
        Template.Resource declared =
                Optional.ofNullable(target.template().resources().get(id)).orElseThrow();
        Properties wanted = workshop.wanted(id);
        Optional<StackResource> existing =
                stack.resource(id).filter(r -> r.physicalId().isPresent());
        if (existing.isEmpty()) {
            StackResource created = new StackResource(id, declared.type());
            stack.put(created);
            Kind kind = adoption.takes(created) ? Kind.IMPORT : Kind.CREATE;
            changes.put(id, new UpdateChange(kind, created, created.copy()));
        } else if (existing.get().properties().equals(wanted)) {
            existing.get().declare(declared.deletionPolicy(), needs.getOrDefault(id, Set.of()));
            return Optional.empty();
        } else {
            changes.put(id, UpdateChange.of(existing.get(), wanted));
        }
        UpdateChange change = change(id);
        change.resource().declare(declared.deletionPolicy(), needs.getOrDefault(id, Set.of()));
        change.resource().setProperties(wanted);
        switch (change.kind()) {
            case IMPORT -> {
                return Optional.of(adoption.begin(change.resource()));
            }
            case CREATE -> workshop.event(change.resource(), "CREATE_IN_PROGRESS");
            case UPDATE -> workshop.event(change.resource(), "UPDATE_IN_PROGRESS");
            case REPLACE ->
                workshop.event(
                        change.resource(),
                        "UPDATE_IN_PROGRESS",
                        "Requested update requires the creation of a new physical resource; hence creating one.");
        }
        change.refuseCustomName();
        return Optional.of(declared.type().duration());
    }

    @Override
    public void effect(String id) {
        UpdateChange change = change(id);
        StackResource resource = change.resource();
        Properties wanted = workshop.wanted(id);
        switch (change.kind()) {
            case IMPORT -> adoption.effect(resource);
            case CREATE -> workshop.create(resource, wanted, "CREATE_IN_PROGRESS", "Resource creation Initiated");
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
            rollBack(reason);
        }
    }

    private void rollBack(String reason) {
        cancelRunning();
        workshop.transition("UPDATE_ROLLBACK_IN_PROGRESS", reason);
        stack.setSettings(previous);
        follow(new UpdateRollback(workshop, changes, keptOnRollback));
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
