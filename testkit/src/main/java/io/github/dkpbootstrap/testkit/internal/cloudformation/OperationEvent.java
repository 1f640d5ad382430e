// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.cloudformation;

import java.time.Instant;
import java.util.Optional;

/** One line of what DescribeEvents tells of an operation. */
sealed interface OperationEvent {
    /** Returns the operation. */
    OperationEntry operation();

    /** Returns the id of the line. */
    String id();

    /** Returns when it happened. */
    Instant time();

    /** Returns whether this is a failure, or the end of an operation that failed. */
    boolean failed();

    /**
     * The operation itself went on or ended.
     *
     * @param status how it stood then
     * @param event the stack's event, if the stack came to another status
     */
    record Turn(
            OperationEntry operation,
            String id,
            Instant time,
            OperationEntry.Status status,
            Optional<Instant> ended,
            Optional<StackEvent> event)
            implements OperationEvent {
        @Override
        public boolean failed() {
            return status == OperationEntry.Status.FAILED;
        }
    }

    /** A resource came to another status. */
    record Progress(OperationEntry operation, StackEvent event) implements OperationEvent {
        @Override
        public String id() {
            return event.eventId();
        }

        @Override
        public Instant time() {
            return event.timestamp();
        }

        @Override
        public boolean failed() {
            return event.status().endsWith("_FAILED");
        }
    }

    /** Early validation found something. */
    record Rejection(OperationEntry operation, String id, Instant time, Finding finding) implements OperationEvent {
        @Override
        public boolean failed() {
            return true;
        }
    }
}
