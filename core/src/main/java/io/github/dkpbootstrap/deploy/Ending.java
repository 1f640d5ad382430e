// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.deploy;

import java.util.List;

/** How a followed operation ended, with its events from the first to the last. */
record Ending(StackSnapshot stack, List<StackEvent> events) {
    Ending {
        events = List.copyOf(events);
    }
}
