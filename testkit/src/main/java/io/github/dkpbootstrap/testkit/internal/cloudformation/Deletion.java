// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.cloudformation;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Deletes resources, those that need others first. */
final class Deletion implements Walk.Step {
    private static final Duration DURATION = Duration.ofSeconds(1);

    private final Workshop workshop;
    private final Predicate<StackResource> retained;
    private final Map<String, StackResource> resources = new LinkedHashMap<>();
    private final Walk walk;

    Deletion(
            Workshop workshop,
            Collection<StackResource> targets,
            Predicate<StackResource> retained,
            Runnable finished) {
        this.workshop = workshop;
        this.retained = retained;
        targets.stream().filter(r -> !r.isDeleted()).forEach(r -> resources.put(r.logicalId(), r));
        Map<String, Set<String>> waitsFor = new LinkedHashMap<>();
        resources.keySet().forEach(id -> waitsFor.put(id, new LinkedHashSet<>()));
        resources
                .values()
                .forEach(resource -> resource.needs().stream()
                        .filter(resources::containsKey)
                        .forEach(needed -> waitsFor.computeIfAbsent(needed, id -> new LinkedHashSet<>())
                                .add(resource.logicalId())));
        this.walk = new Walk(workshop, waitsFor, this, Walk.OnFailure.GO_ON, finished);
    }

    /** Returns whether a resource stays, by its policy, when its stack goes. */
    static boolean keeps(StackResource resource) {
        return !resource.deletionPolicy().equals("Delete");
    }

    /** Returns whether a resource stays, by its policy, when the creation of its stack is rolled back. */
    static boolean keepsOnCreate(StackResource resource) {
        return resource.deletionPolicy().equals("Retain");
    }

    Walk walk() {
        return walk;
    }

    @Override
    public Optional<Duration> begin(String id) {
        StackResource resource = resource(id);
        if (retained.test(resource) && resource.physicalId().isPresent()) {
            workshop.event(resource, "DELETE_SKIPPED");
            return Optional.empty();
        }
        if (resource.physicalId().isEmpty()) {
            workshop.event(resource, "DELETE_COMPLETE");
            return Optional.empty();
        }
        workshop.event(resource, "DELETE_IN_PROGRESS");
        return Optional.of(DURATION);
    }

    @Override
    public void effect(String id) {
        workshop.delete(resource(id));
    }

    @Override
    public void complete(String id) {
        workshop.event(resource(id), "DELETE_COMPLETE");
    }

    @Override
    public void failed(String id, String reason) {
        workshop.event(resource(id), "DELETE_FAILED", reason);
    }

    private StackResource resource(String id) {
        return Optional.ofNullable(resources.get(id)).orElseThrow();
    }
}
