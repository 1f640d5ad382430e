// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.deploy;

import java.time.Duration;

/**
 * Is told of each event of an operation, in order and once, on the thread that called the operation. What it throws is
 * logged and does not end the operation.
 */
@FunctionalInterface
public interface StackListener {
    /** Is told of one event. */
    void onEvent(StackEvent event);

    /** Is told that an operation on a stack, by name or ARN, was asked for. Does nothing unless overridden. */
    default void onStart(StackOperation operation, String stack) {}

    /** Is told that an operation goes on, after each look at it; {@code elapsed} counts from the call of the verb. */
    default void onWait(StackOperation operation, Duration elapsed) {}

    /** Is told that an operation has ended, and in which status of the stack. Does nothing unless overridden. */
    default void onEnd(StackOperation operation, String status) {}

    /** Returns a listener that does nothing. */
    static StackListener silent() {
        return event -> {};
    }

    /** Returns a listener that prints a line for each event. */
    static StackListener console(Appendable out) {
        return new ConsoleListener(out);
    }
}
