// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.cloudformation;

import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** What is done to resources that an operation imports instead of creating them. */
final class Adoption {
    private static final Duration DURATION = Duration.ofSeconds(5);

    private final Workshop workshop;
    private final Map<String, String> physicalIds;

    /**
     * Creates an adoption.
     *
     * @param physicalIds what is imported, by logical id
     */
    Adoption(Workshop workshop, Map<String, String> physicalIds) {
        this.workshop = workshop;
        this.physicalIds = physicalIds;
    }

    /** Returns an adoption of nothing. */
    static Adoption none(Workshop workshop) {
        return new Adoption(workshop, Map.of());
    }

    Set<String> logicalIds() {
        return physicalIds.keySet();
    }

    boolean takes(StackResource resource) {
        return physicalIds.containsKey(resource.logicalId());
    }

    Duration begin(StackResource resource) {
        workshop.event(resource, "IMPORT_IN_PROGRESS", "Resource import started.");
        return DURATION;
    }

    void effect(StackResource resource) {
        workshop.adopt(resource, physicalIds.getOrDefault(resource.logicalId(), ""));
    }

    void complete(StackResource resource) {
        workshop.event(resource, "UPDATE_COMPLETE");
    }

    /** Notes a failure: of the import, or of the update that follows once the resource belongs to the stack. */
    void failed(StackResource resource, String reason) {
        workshop.event(resource, resource.physicalId().isEmpty() ? "IMPORT_FAILED" : "UPDATE_FAILED", reason);
    }

    void cancel(StackResource resource) {
        failed(resource, resource.physicalId().isEmpty() ? "Resource import cancelled" : "Resource update cancelled");
    }
}
