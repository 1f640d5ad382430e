// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.deploy;

import java.util.List;
import java.util.Optional;

/**
 * What a deployment would do. Immutable.
 *
 * @param decision {@code CREATE}, {@code UPDATE}, {@code RECREATE}, or {@code NOTHING}
 * @param stack the stack as it was before planning; nothing where there was none
 * @param changeSet the change set; nothing where none is needed or possible
 * @param warnings what a reader of the plan should know
 */
public record PlannedStack(
        StackDecision decision,
        Optional<StackSnapshot> stack,
        Optional<ChangeSetSnapshot> changeSet,
        List<String> warnings) {
    /** Copies the list. */
    public PlannedStack {
        warnings = List.copyOf(warnings);
    }

    static PlannedStack nothing(StackSnapshot stack) {
        return new PlannedStack(StackDecision.NOTHING, Optional.of(stack), Optional.empty(), List.of());
    }
}
