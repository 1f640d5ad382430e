// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.cloudformation;

import java.time.Duration;
import java.util.TreeSet;

/** Undoes the creation of a stack: deletes all that was made. */
final class Removal implements Operation {
    private static final Duration STARTING = Duration.ofSeconds(1);

    private final Workshop workshop;
    private final String status;
    private final String reason;
    private final Deletion deletion;

    /** Creates a removal after which the stack is in {@code status} and {@code _COMPLETE} or {@code _FAILED}. */
    Removal(Workshop workshop, String status, String reason) {
        this.workshop = workshop;
        this.status = status;
        this.reason = reason;
        this.deletion =
                new Deletion(workshop, workshop.stack().resources(), workshop.stack()::keepsOnRollback, this::finished);
    }

    @Override
    public void start() {
        workshop.transition(status + "_IN_PROGRESS", reason);
        workshop.timeline().schedule(STARTING, deletion.walk()::advance);
    }

    @Override
    public void abort() {
        deletion.walk().abort();
    }

    private void finished() {
        TreeSet<String> left = new TreeSet<>(deletion.walk().failures());
        if (left.isEmpty()) {
            workshop.transition(status + "_COMPLETE");
        } else {
            workshop.transition(
                    status + "_FAILED",
                    "The following resource(s) failed to delete: [" + String.join(", ", left) + "].");
        }
    }
}
