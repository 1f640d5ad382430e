// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.cloudformation;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** A resource of a stack, as it is at the moment. */
final class StackResource {
    private final String logicalId;
    private final ResourceType type;
    private Optional<String> physicalId = Optional.empty();
    private String status = "";
    private Optional<String> reason = Optional.empty();
    private Instant timestamp = Instant.EPOCH;
    private Properties properties = Properties.NONE;
    private String deletionPolicy = "Delete";
    private Set<String> needs = Set.of();
    private Optional<ResourceDrift> drift = Optional.empty();
    private boolean adopted;

    StackResource(String logicalId, ResourceType type) {
        this.logicalId = logicalId;
        this.type = type;
    }

    /** Returns a record of the same resource that goes its own way from here. */
    StackResource copy() {
        StackResource copy = new StackResource(logicalId, type);
        copy.physicalId = physicalId;
        copy.status = status;
        copy.reason = reason;
        copy.timestamp = timestamp;
        copy.properties = properties;
        copy.deletionPolicy = deletionPolicy;
        copy.needs = needs;
        copy.adopted = adopted;
        return copy;
    }

    String logicalId() {
        return logicalId;
    }

    ResourceType type() {
        return type;
    }

    Optional<String> physicalId() {
        return physicalId;
    }

    void setPhysicalId(String physicalId) {
        this.physicalId = Optional.of(physicalId);
        this.adopted = false;
    }

    /** Notes that somebody else deleted it. */
    void lose() {
        this.physicalId = Optional.empty();
    }

    /** Takes over something that was there before the stack had it. */
    void adopt(String physicalId) {
        this.physicalId = Optional.of(physicalId);
        this.adopted = true;
    }

    /** Returns whether the stack did not make it: a rollback does not delete it. */
    boolean isAdopted() {
        return adopted;
    }

    String status() {
        return status;
    }

    Optional<String> reason() {
        return reason;
    }

    Instant timestamp() {
        return timestamp;
    }

    void setStatus(String status, Optional<String> reason, Instant now) {
        this.status = status;
        this.reason = reason;
        this.timestamp = now;
        this.drift = Optional.empty();
    }

    /** Returns what drift detection found since the stack last changed the resource. */
    Optional<ResourceDrift> drift() {
        return drift;
    }

    void setDrift(ResourceDrift drift) {
        this.drift = Optional.of(drift);
    }

    /** Returns whether the last that was done to it failed. */
    boolean hasFailed() {
        return status.endsWith("_FAILED");
    }

    boolean isDeleted() {
        return status.equals("DELETE_COMPLETE");
    }

    Properties properties() {
        return properties;
    }

    void setProperties(Properties properties) {
        this.properties = properties;
    }

    String deletionPolicy() {
        return deletionPolicy;
    }

    Set<String> needs() {
        return needs;
    }

    void declare(String deletionPolicy, Set<String> needs) {
        this.deletionPolicy = deletionPolicy;
        this.needs = needs;
    }
}
