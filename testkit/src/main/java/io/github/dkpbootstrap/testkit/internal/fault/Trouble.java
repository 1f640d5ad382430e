// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.fault;

import java.time.Duration;
import java.util.Optional;

/**
 * What goes otherwise with a resource.
 *
 * @param duration how long it takes until it is done, or fails
 * @param failure the reason why it fails, as an event has it
 */
public record Trouble(Optional<Duration> duration, Optional<String> failure) {
    /** All goes as ever. */
    public static final Trouble NONE = new Trouble(Optional.empty(), Optional.empty());

    /** What is being done to a resource. */
    public enum Phase {
        CREATING,
        UPDATING,
        DELETING,
        IMPORTING,
        ROLLING_BACK
    }

    /** Where troubles come from. */
    public interface Source {
        /** Returns what goes otherwise with a resource of a stack, now that something begins to be done to it. */
        Trouble next(String stackName, String logicalId, Phase phase);
    }
}
