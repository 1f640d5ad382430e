// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.deploy;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a resource is at.
 *
 * @param resource the logical id
 * @param status the last status
 * @param since when it began with that; nothing where its beginning was not seen
 * @param at when the status was entered
 */
record Step(String resource, String status, Optional<Duration> since, Duration at) {
    /** Returns the step that an event leads to, from the one before. */
    static Step of(StackEvent event, Duration at, @Nullable Step before) {
        Optional<Duration> begun = before != null && before.inFlight() ? before.since() : Optional.empty();
        boolean same = before != null && before.status().equals(event.status());
        boolean begins = inFlight(event.status()) && !same;
        return new Step(event.logicalId(), event.status(), begins ? Optional.of(at) : begun, at);
    }

    boolean inFlight() {
        return inFlight(status);
    }

    private static boolean inFlight(String status) {
        return status.endsWith("_IN_PROGRESS");
    }
}
