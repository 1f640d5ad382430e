// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.cloudformation;

import java.time.Instant;
import java.util.Optional;

/** Looks at the resources of a stack as they are instead of as the stack made them. */
final class ActualState {
    private final Instant now;

    ActualState(Instant now) {
        this.now = now;
    }

    /** Returns a resource as it is, as far as drift detection sees; nothing if it is gone. */
    Optional<StackResource> of(StackResource resource) {
        ResourceDrift drift = ResourceDrift.of(resource, now);
        StackResource actual = resource.copy();
        actual.setProperties(drift.overlaid());
        return drift.actual().map(there -> actual);
    }

    /** Makes the stack take its resources for what they are: an update starts from there, and a rollback comes back there. */
    void settle(Stack stack) {
        for (StackResource resource : stack.resources()) {
            of(resource).ifPresentOrElse(actual -> resource.setProperties(actual.properties()), resource::lose);
        }
    }
}
