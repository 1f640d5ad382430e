// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.cloudformation;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/** The end of an update or of its rollback: what is no longer needed is deleted. */
final class Cleanup implements Operation {
    private static final Duration STARTING = Duration.ofSeconds(1);

    private final Workshop workshop;
    private final List<StackResource> leftovers;
    private final String status;
    private final Deletion deletion;

    /** Creates a cleanup that ends in {@code status}; what {@code retained} says stays, and no longer belongs to the stack. */
    Cleanup(Workshop workshop, List<StackResource> leftovers, Predicate<StackResource> retained, String status) {
        this.workshop = workshop;
        this.leftovers = leftovers;
        this.status = status;
        this.deletion = new Deletion(workshop, leftovers, retained, this::finished);
    }

    @Override
    public void start() {
        workshop.transition(status + "_CLEANUP_IN_PROGRESS");
        workshop.timeline().schedule(STARTING, deletion.walk()::advance);
    }

    @Override
    public void abort() {
        deletion.walk().abort();
    }

    private void finished() {
        Stack stack = workshop.stack();
        for (StackResource leftover : leftovers) {
            stack.resource(leftover.logicalId())
                    .filter(current -> current == leftover)
                    .ifPresent(current -> stack.drop(current.logicalId()));
        }
        stack.settle();
        if (deletion.walk().failures().isEmpty()) {
            workshop.transition(status);
        } else {
            workshop.transition(status, "Update successful. One or more resources could not be deleted.");
        }
    }
}
