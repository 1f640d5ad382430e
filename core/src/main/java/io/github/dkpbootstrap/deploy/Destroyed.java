// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.deploy;

import java.util.List;

/**
 * A stack that is gone. Immutable.
 *
 * @param stack the stack as it was last seen
 * @param left the logical ids of resources that are still there, because the template says to retain them
 */
public record Destroyed(StackSnapshot stack, List<String> left) {
    private static final String RETAINED = "DELETE_SKIPPED";

    /** Copies the list. */
    public Destroyed {
        left = List.copyOf(left);
    }

    static Destroyed of(Ending ending) {
        return new Destroyed(
                ending.stack(),
                ending.events().stream()
                        .filter(event -> !event.ofStack() && event.status().equals(RETAINED))
                        .map(StackEvent::logicalId)
                        .distinct()
                        .toList());
    }
}
