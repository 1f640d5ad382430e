// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.deploy;

import java.time.Duration;
import java.util.stream.Collectors;

/** One line for each event, for logs and files. */
final class PlainDisplay implements Display {
    private static final Duration HEARTBEAT = Duration.ofSeconds(30);
    /** The longest logical id of the template; a stack's name may be longer. */
    private static final int NAMES = 36;

    private final ConsoleOutput out;
    private Duration lastLine = Duration.ZERO;

    PlainDisplay(ConsoleOutput out) {
        this.out = out;
    }

    @Override
    public void started(Progress progress) {
        lastLine = Duration.ZERO;
        out.write("%s%n".formatted(Headline.of(progress)));
    }

    @Override
    public void happened(Progress progress, StackEvent event, Step step) {
        String reason =
                event.reason().map(ConsoleText::clean).map(text -> "  " + text).orElse("");
        row(progress, step.at(), event.logicalId(), event.status() + reason);
    }

    @Override
    public void waiting(Progress progress, Duration now) {
        if (now.minus(lastLine).compareTo(HEARTBEAT) >= 0) {
            row(progress, now, progress.stackName(), "still " + state(progress));
        }
    }

    @Override
    public void ended(Progress progress, String status) {
        out.write("%s%n".formatted(Headline.ended(progress, status)));
    }

    @Override
    public void abandoned(Progress progress, String why) {
        out.write("%s%n".formatted(Headline.abandoned(progress, why)));
    }

    private void row(Progress progress, Duration at, String name, String text) {
        int width = Math.max(NAMES, progress.stackName().length());
        out.write("%5d s  %s  %s%n".formatted(at.toSeconds(), padded(name, width), text));
        lastLine = progress.now();
    }

    private static String state(Progress progress) {
        String stack = progress.stackStatus().orElse("waiting");
        if (progress.known() == 0) {
            return stack;
        }
        String inFlight = progress.inFlight().stream()
                .map(step -> "; " + step.resource() + " " + step.status()
                        + progress.lasting(step)
                                .map(lasting -> " for " + lasting.toSeconds() + " s")
                                .orElse(""))
                .collect(Collectors.joining());
        return "%s, %d of %d resources done%s".formatted(stack, progress.done(), progress.known(), inFlight);
    }

    private static String padded(String name, int width) {
        return name + " ".repeat(Math.max(0, width - name.length()));
    }
}
