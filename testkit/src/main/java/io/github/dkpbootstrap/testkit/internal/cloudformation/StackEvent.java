// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.cloudformation;

import java.time.Instant;
import java.util.Optional;

/** One line of a stack's history. */
record StackEvent(
        String eventId,
        String logicalId,
        String physicalId,
        String type,
        Instant timestamp,
        String status,
        Optional<String> reason,
        Optional<String> properties,
        Optional<OperationEntry> operation) {
    /** Returns this event with another status. */
    StackEvent withStatus(String other) {
        return new StackEvent(eventId, logicalId, physicalId, type, timestamp, other, reason, properties, operation);
    }

    Optional<String> token() {
        return operation.flatMap(OperationEntry::token);
    }
}
