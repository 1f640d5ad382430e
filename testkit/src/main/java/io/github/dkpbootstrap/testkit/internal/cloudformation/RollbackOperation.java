// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.cloudformation;

import java.util.Optional;
import java.util.Set;

/** Brings a stack that an operation left behind back to where it was last stable, because the user wants to. */
final class RollbackOperation implements Operation {
    private static final String REASON = "User Initiated";

    private final Workshop workshop;
    private final Set<String> skipped;
    private Optional<Operation> work = Optional.empty();

    /**
     * Creates a rollback.
     *
     * @param skipped resources to leave as they are, and to take for rolled back
     */
    RollbackOperation(Workshop workshop, Set<String> skipped) {
        this.workshop = workshop;
        this.skipped = skipped;
    }

    @Override
    public void start() {
        Stack stack = workshop.stack();
        Operation next = stack.trail()
                .flatMap(trail -> trail.stable().map(settings -> restore(trail, settings)))
                .orElseGet(() -> new Removal(workshop, "ROLLBACK", REASON));
        work = Optional.of(next);
        next.start();
    }

    private Operation restore(Trail trail, StackSettings settings) {
        workshop.transition("UPDATE_ROLLBACK_IN_PROGRESS", REASON);
        workshop.stack().setSettings(settings);
        return new UpdateRollback(workshop, trail, skipped);
    }

    @Override
    public void abort() {
        work.ifPresent(Operation::abort);
    }
}
