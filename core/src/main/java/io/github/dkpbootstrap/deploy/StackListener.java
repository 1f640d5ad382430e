// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.deploy;

/**
 * Is told of each event of an operation, in order and once, on the thread that called the operation. What it throws is
 * logged and does not end the operation.
 */
@FunctionalInterface
public interface StackListener {
    /** Is told of one event. */
    void onEvent(StackEvent event);

    /** Returns a listener that does nothing. */
    static StackListener silent() {
        return event -> {};
    }

    /** Returns a listener that prints a line for each event. */
    static StackListener console(Appendable out) {
        return new ConsoleListener(out);
    }
}
