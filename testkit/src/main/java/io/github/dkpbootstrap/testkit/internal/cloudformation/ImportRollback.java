// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.cloudformation;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Lets go of what an import took so far; nothing is deleted, and nothing that was written is taken back. */
final class ImportRollback implements Operation, Walk.Step {
    private static final Duration STARTING = Duration.ofSeconds(1);
    private static final Duration DURATION = Duration.ofSeconds(1);

    private final Workshop workshop;
    private final Map<String, StackResource> resources = new LinkedHashMap<>();
    private final String status;
    private final Walk walk;

    /** Creates a rollback that ends in {@code status}. */
    ImportRollback(Workshop workshop, List<StackResource> imported, String status) {
        this.workshop = workshop;
        this.status = status;
        Map<String, Set<String>> independent = new LinkedHashMap<>();
        imported.forEach(resource -> {
            resources.put(resource.logicalId(), resource);
            independent.put(resource.logicalId(), Set.of());
        });
        this.walk = new Walk(workshop, independent, this, Walk.OnFailure.GO_ON, this::finished);
    }

    @Override
    public void start() {
        workshop.timeline().schedule(STARTING, walk::advance);
    }

    @Override
    public void abort() {
        walk.abort();
    }

    @Override
    public Optional<Duration> begin(String id) {
        workshop.event(resource(id), "IMPORT_ROLLBACK_IN_PROGRESS");
        return Optional.of(DURATION);
    }

    @Override
    public void effect(String id) {
        workshop.release(resource(id));
    }

    @Override
    public void complete(String id) {
        workshop.event(resource(id), "IMPORT_ROLLBACK_COMPLETE");
        workshop.stack().drop(id);
    }

    @Override
    public void failed(String id, String reason) {
        workshop.event(resource(id), "IMPORT_ROLLBACK_FAILED", reason);
    }

    private void finished() {
        if (walk.failures().isEmpty()) {
            workshop.transition(status);
        } else {
            workshop.transition(
                    "IMPORT_ROLLBACK_FAILED",
                    "The following resource(s) failed to roll back their import: " + new TreeSet<>(walk.failures())
                            + ". ");
        }
    }

    private StackResource resource(String id) {
        return Optional.ofNullable(resources.get(id)).orElseThrow();
    }
}
