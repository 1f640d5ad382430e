// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.deploy;

import java.util.List;
import java.util.Optional;

/** A page of a stack's history, newest first, and the token of the page before it in time. */
record EventPage(List<StackEvent> events, Optional<String> next) {
    EventPage {
        events = List.copyOf(events);
    }
}
