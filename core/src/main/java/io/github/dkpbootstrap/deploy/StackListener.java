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

    /** Is told that AWS has begun an operation on a stack, given by name or ARN. Does nothing unless overridden. */
    default void onStart(StackOperation operation, String stack) {}

    /** Is told that an operation goes on, after each look at it; {@code elapsed} counts from the call of the verb. */
    default void onWait(StackOperation operation, Duration elapsed) {}

    /** Is told that an operation has ended, and in which status of the stack. Does nothing unless overridden. */
    default void onEnd(StackOperation operation, String status) {}

    /**
     * Is told that an operation that has begun is followed no longer, because {@code why} is thrown to the caller: its time
     * was over, the thread was interrupted, or it may not be looked at. Does nothing unless overridden.
     */
    default void onAbandon(StackOperation operation, RuntimeException why) {}

    /** Returns a listener that does nothing. */
    static StackListener silent() {
        return event -> {};
    }

    /** Returns a listener that shows progress on standard output, live on a terminal and as a log elsewhere. */
    static StackListener console() {
        return console(ConsoleStyle.DETECTED);
    }

    /** Returns a listener that shows progress on standard output; see {@link #console(Appendable, ConsoleStyle)}. */
    static StackListener console(ConsoleStyle style) {
        return console(System.out, style);
    }

    /** Returns a listener that writes a line for each event; see {@link ConsoleStyle#PLAIN}. */
    static StackListener console(Appendable out) {
        return console(out, ConsoleStyle.PLAIN);
    }

    /**
     * Returns a listener that shows progress; {@link ConsoleStyle#DETECTED} is plain on all but {@code System.out}. What is
     * written is flushed. All times are the events' and the waiting's own, in seconds since the operation's start. It serves
     * one operation after the other, never two at a time, and what else is written to the same terminal meanwhile may be
     * overwritten by {@link ConsoleStyle#LIVE}. It closes nothing, and what {@code out} throws ends no operation.
     */
    static StackListener console(Appendable out, ConsoleStyle style) {
        return ConsoleListener.of(out, style);
    }
}
