// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.cloudformation;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Creates a stack, and on a failure does with it what its caller chose. */
final class CreateOperation implements Operation, Walk.Step {
    /** What becomes of a stack that cannot be created. */
    enum OnFailure {
        ROLLBACK,
        DELETE,
        DO_NOTHING
    }

    private static final Duration STARTING = Duration.ofSeconds(1);

    private final Workshop workshop;
    private final Stack stack;
    private final OnFailure onFailure;
    private final Adoption adoption;
    private final Walk creation;
    private Optional<Operation> removal = Optional.empty();

    CreateOperation(Workshop workshop, OnFailure onFailure, Adoption adoption) {
        this.workshop = workshop;
        this.stack = workshop.stack();
        this.onFailure = onFailure;
        this.adoption = adoption;
        this.creation = new Walk(
                workshop,
                new Dependencies(stack.settings().template()).all(),
                this,
                Walk.OnFailure.STOP,
                this::finished);
    }

    @Override
    public void start() {
        workshop.transition("CREATE_IN_PROGRESS", "User Initiated");
        workshop.timeline().schedule(STARTING, this::enter);
    }

    private void enter() {
        if (creation.isOver() || workshop.validates()) {
            creation.advance();
            return;
        }
        creation.abort();
        switch (onFailure) {
            case DO_NOTHING -> workshop.transition("CREATE_FAILED", EarlyChecks.REASON);
            case DELETE -> undo(new Removal(workshop, "DELETE", EarlyChecks.REASON));
            case ROLLBACK -> undo(new Removal(workshop, "ROLLBACK", EarlyChecks.REASON));
        }
    }

    @Override
    public void abort() {
        creation.abort();
        removal.ifPresent(Operation::abort);
        cancelRunning();
    }

    @Override
    public Optional<Duration> begin(String id) {
        Template.Resource declared = Optional.ofNullable(
                        stack.settings().template().resources().get(id))
                .orElseThrow();
        StackResource resource = new StackResource(id, declared.type());
        resource.declare(
                declared.deletionPolicy(),
                new Dependencies(stack.settings().template()).all().getOrDefault(id, Set.of()));
        stack.put(resource);
        resource.setProperties(workshop.wanted(id));
        if (adoption.takes(resource)) {
            return Optional.of(adoption.begin(resource));
        }
        workshop.event(resource, "CREATE_IN_PROGRESS");
        return Optional.of(declared.type().duration());
    }

    @Override
    public void effect(String id) {
        if (adoption.takes(resource(id))) {
            adoption.effect(resource(id));
        } else {
            workshop.create(resource(id), workshop.wanted(id), "CREATE_IN_PROGRESS", "Resource creation Initiated");
        }
    }

    @Override
    public void complete(String id) {
        if (adoption.takes(resource(id))) {
            adoption.complete(resource(id));
        } else {
            workshop.event(resource(id), "CREATE_COMPLETE");
        }
    }

    @Override
    public void failed(String id, String reason) {
        if (adoption.takes(resource(id))) {
            adoption.failed(resource(id), reason);
        } else {
            workshop.event(resource(id), "CREATE_FAILED", reason);
        }
    }

    private void finished() {
        if (creation.failures().isEmpty()) {
            workshop.computeOutputs();
            workshop.transition("CREATE_COMPLETE");
            return;
        }
        TreeSet<String> failed = new TreeSet<>(creation.failures());
        failed.addAll(creation.running());
        cancelRunning();
        String reason = "The following resource(s) failed to create: [" + String.join(", ", failed) + "].";
        switch (onFailure) {
            case DO_NOTHING -> workshop.transition("CREATE_FAILED", reason);
            case DELETE -> remove(OperationKind.DELETE_STACK, "DELETE", reason + " Delete requested by user.");
            case ROLLBACK -> remove(OperationKind.ROLLBACK, "ROLLBACK", reason + " Rollback requested by user.");
        }
    }

    private void cancelRunning() {
        for (String id : creation.running()) {
            if (adoption.takes(resource(id))) {
                adoption.cancel(resource(id));
            } else {
                workshop.event(resource(id), "CREATE_FAILED", "Resource creation cancelled");
            }
        }
        creation.running().clear();
    }

    private void remove(OperationKind kind, String status, String reason) {
        stack.operations().open(workshop.nextOperation(kind));
        undo(new Removal(workshop, status, reason));
    }

    private void undo(Operation undoing) {
        removal = Optional.of(undoing);
        undoing.start();
    }

    private StackResource resource(String id) {
        return stack.resource(id).orElseThrow();
    }
}
