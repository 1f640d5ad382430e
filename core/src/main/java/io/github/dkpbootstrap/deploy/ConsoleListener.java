// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.deploy;

import java.io.PrintStream;
import java.time.Duration;

/** Keeps an operation's progress and has it shown. For one operation at a time: not thread-safe. */
final class ConsoleListener implements StackListener {
    private final Display display;
    private Progress progress = new Progress(StackOperation.READ, "");

    private ConsoleListener(Display display) {
        this.display = display;
    }

    /** Returns the listener; the process is not looked at where that makes no difference. */
    static ConsoleListener of(Appendable out, ConsoleStyle style) {
        return style == ConsoleStyle.PLAIN ? plain(out) : of(out, style, Surroundings.ofProcess());
    }

    /** Returns the listener; {@code DETECTED} is live only on the system's own output, of which alone something is known. */
    static ConsoleListener of(Appendable out, ConsoleStyle style, Surroundings surroundings) {
        return switch (style) {
            case PLAIN -> plain(out);
            case LIVE -> live(out, surroundings);
            case DETECTED -> isTheProcessesOwn(out) && surroundings.isLive() ? live(out, surroundings) : plain(out);
        };
    }

    /** What a launcher such as Maven puts in the place of standard output may strip or delay escape sequences. */
    private static boolean isTheProcessesOwn(Appendable out) {
        return out == System.out && out.getClass() == PrintStream.class;
    }

    private static ConsoleListener plain(Appendable out) {
        return new ConsoleListener(new PlainDisplay(new ConsoleOutput(out)));
    }

    private static ConsoleListener live(Appendable out, Surroundings surroundings) {
        return new ConsoleListener(new LiveDisplay(new ConsoleOutput(out), surroundings));
    }

    @Override
    public void onStart(StackOperation operation, String stack) {
        progress = new Progress(operation, stack);
        display.started(progress);
    }

    @Override
    public void onEvent(StackEvent event) {
        Step step = progress.take(event);
        display.happened(progress, event, step);
    }

    @Override
    public void onWait(StackOperation operation, Duration elapsed) {
        display.waiting(progress, progress.take(elapsed));
    }

    @Override
    public void onEnd(StackOperation operation, String status) {
        display.ended(progress, status);
    }

    @Override
    public void onAbandon(StackOperation operation, RuntimeException why) {
        display.abandoned(progress, String.valueOf(why.getMessage()));
    }
}
