// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.cloudformation;

import io.github.dkpbootstrap.testkit.internal.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** One run of drift detection on a stack: it takes a few seconds, and tells what is there at its end. */
final class DriftDetection {
    private static final Duration DURATION = Duration.ofSeconds(5);

    private final String id = Ids.uuid();
    private final Workshop workshop;
    private final Set<String> wanted;
    private final Instant started;
    private String status = "DETECTION_IN_PROGRESS";
    private Optional<String> reason = Optional.empty();

    /**
     * Creates a run.
     *
     * @param wanted the resources to look at; all, if there are none
     */
    DriftDetection(Workshop workshop, Set<String> wanted) {
        this.workshop = workshop;
        this.wanted = wanted;
        this.started = workshop.timeline().now();
    }

    void start() {
        workshop.timeline().schedule(DURATION, this::finish);
    }

    String id() {
        return id;
    }

    Stack stack() {
        return workshop.stack();
    }

    Instant started() {
        return started;
    }

    String status() {
        return status;
    }

    Optional<String> reason() {
        return reason;
    }

    boolean isRunning() {
        return status.equals("DETECTION_IN_PROGRESS");
    }

    /** Returns how many resources have drifted. */
    long drifted() {
        return stack().resources().stream()
                .filter(resource ->
                        resource.drift().filter(ResourceDrift::isDrifted).isPresent())
                .count();
    }

    private void finish() {
        Set<String> unread = new TreeSet<>();
        for (StackResource resource : stack().resources()) {
            boolean chosen = wanted.isEmpty() || wanted.contains(resource.logicalId());
            if (chosen && resource.physicalId().isPresent() && !resource.isDeleted() && !detect(workshop, resource)) {
                unread.add(resource.logicalId());
            }
        }
        stack().setDrift(StackDrift.of(stack(), started));
        status = unread.isEmpty() ? "DETECTION_COMPLETE" : "DETECTION_FAILED";
        if (!unread.isEmpty()) {
            reason = Optional.of("Failed to detect drift on resource " + unread);
        }
    }

    /** Looks at one resource; returns whether the caller may. */
    static boolean detect(Workshop workshop, StackResource resource) {
        if (!workshop.mayRead(resource.type(), resource.physicalId().orElse(""))) {
            return false;
        }
        resource.setDrift(ResourceDrift.of(resource, workshop.timeline().now()));
        return true;
    }
}
