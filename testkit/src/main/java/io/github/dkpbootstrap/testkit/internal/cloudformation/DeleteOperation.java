// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.cloudformation;

import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;

/** Deletes a stack. */
final class DeleteOperation implements Operation {
    /** What to do about resources that cannot be deleted. */
    enum Mode {
        /** The stack stays. */
        STANDARD("STANDARD"),
        /** They stay, and the stack goes. */
        FORCE("FORCE_DELETE_STACK");

        private final String text;

        Mode(String text) {
            this.text = text;
        }

        /** Returns AWS's name. */
        String text() {
            return text;
        }
    }

    private static final Duration STARTING = Duration.ofSeconds(1);

    private final Workshop workshop;
    private final Mode mode;
    private final Deletion deletion;

    DeleteOperation(Workshop workshop, Set<String> retained, Mode mode) {
        this.workshop = workshop;
        this.mode = mode;
        this.deletion = new Deletion(
                workshop,
                workshop.stack().resources(),
                resource -> Deletion.keeps(resource) || retained.contains(resource.logicalId()),
                this::finished);
    }

    @Override
    public void start() {
        workshop.stack().setDeletionMode(mode);
        workshop.transition("DELETE_IN_PROGRESS", "User Initiated");
        workshop.timeline().schedule(STARTING, deletion.walk()::advance);
    }

    @Override
    public void abort() {
        deletion.walk().abort();
    }

    private void finished() {
        TreeSet<String> left = new TreeSet<>(deletion.walk().failures());
        if (left.isEmpty() || mode == Mode.FORCE) {
            workshop.transition("DELETE_COMPLETE");
        } else {
            workshop.transition(
                    "DELETE_FAILED", "The following resource(s) failed to delete: [" + String.join(", ", left) + "].");
        }
    }
}
