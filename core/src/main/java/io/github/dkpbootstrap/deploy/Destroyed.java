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
        List<StackEvent> events = ending.events();
        int start = 0;
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i).ofStack() && events.get(i).status().equals("DELETE_IN_PROGRESS")) {
                start = i;
            }
        }
        return new Destroyed(
                ending.stack(),
                events.subList(start, events.size()).stream()
                        .filter(event -> !event.ofStack() && event.status().equals(RETAINED))
                        .map(StackEvent::logicalId)
                        .distinct()
                        .toList());
    }
}
