// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.cloudformation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Takes resources that exist into a stack, and lets all of them go again on a failure. */
final class ImportOperation implements Operation, Walk.Step {
    private static final Duration STARTING = Duration.ofSeconds(1);

    private final Workshop workshop;
    private final Stack stack;
    private final StackSettings target;
    private final StackSettings previous;
    private final Adoption adoption;
    private final String rolledBack;
    private final Map<String, Set<String>> needs;
    private final Walk walk;
    private final List<StackResource> begun = new ArrayList<>();
    private Optional<Operation> rollback = Optional.empty();

    ImportOperation(Workshop workshop, StackSettings target, Adoption adoption) {
        this.workshop = workshop;
        this.stack = workshop.stack();
        this.target = target;
        this.previous = stack.settings();
        this.adoption = adoption;
        this.rolledBack = stack.isInReview() ? "ROLLBACK_COMPLETE" : "IMPORT_ROLLBACK_COMPLETE";
        this.needs = new Dependencies(target.template()).all();
        Map<String, Set<String>> waitsFor = new LinkedHashMap<>();
        adoption.logicalIds().forEach(id -> {
            Set<String> imported = new LinkedHashSet<>(needs.getOrDefault(id, Set.of()));
            imported.retainAll(adoption.logicalIds());
            waitsFor.put(id, imported);
        });
        this.walk = new Walk(workshop, waitsFor, this, Walk.OnFailure.STOP, this::finished);
    }

    @Override
    public void start() {
        stack.setSettings(target);
        workshop.transition("IMPORT_IN_PROGRESS", "User Initiated");
        workshop.timeline().schedule(STARTING, walk::advance);
    }

    @Override
    public void abort() {
        walk.abort();
        rollback.ifPresent(Operation::abort);
    }

    @Override
    public Optional<Duration> begin(String id) {
        Template.Resource declared =
                Optional.ofNullable(target.template().resources().get(id)).orElseThrow();
        StackResource resource = new StackResource(id, declared.type());
        resource.declare(declared.deletionPolicy(), needs.getOrDefault(id, Set.of()));
        stack.put(resource);
        begun.add(resource);
        resource.setProperties(workshop.wanted(id));
        return Optional.of(adoption.begin(resource));
    }

    @Override
    public void effect(String id) {
        adoption.effect(resource(id));
    }

    @Override
    public void complete(String id) {
        adoption.complete(resource(id));
    }

    @Override
    public void failed(String id, String reason) {
        adoption.failed(resource(id), reason);
    }

    private void finished() {
        if (walk.failures().isEmpty()) {
            workshop.computeOutputs();
            workshop.transition("IMPORT_COMPLETE");
            return;
        }
        TreeSet<String> failed = new TreeSet<>(walk.failures());
        failed.addAll(walk.running());
        walk.running().forEach(id -> adoption.cancel(resource(id)));
        walk.running().clear();
        workshop.transition(
                "IMPORT_ROLLBACK_IN_PROGRESS", "The following resource(s) failed to import: " + failed + ". ");
        stack.setSettings(previous);
        Operation next = new ImportRollback(workshop, begun, rolledBack);
        rollback = Optional.of(next);
        next.start();
    }

    private StackResource resource(String id) {
        return stack.resource(id).orElseThrow();
    }
}
