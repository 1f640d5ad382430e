// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.deploy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What has ended scrolls by; what is in flight is redrawn below, with the whole on the last line. */
final class LiveDisplay implements Display {
    private static final int MOST_IN_FLIGHT = 6;
    private static final int NARROWEST = 20;
    /** Where the text after mark and seconds begins. */
    private static final int INDENT = 10;

    private final LiveArea area;
    private final Surroundings surroundings;
    private final Glyphs glyphs;
    private int width;
    private int turn;

    LiveDisplay(ConsoleOutput out, Surroundings surroundings) {
        this.area = new LiveArea(out);
        this.surroundings = surroundings;
        this.glyphs = surroundings.glyphs();
        this.width = NARROWEST;
    }

    @Override
    public void started(Progress progress) {
        width = Math.max(NARROWEST, surroundings.columns() - 1);
        area.draw(ConsoleText.wrap(Headline.of(progress), width, 2), List.of());
    }

    @Override
    public void happened(Progress progress, StackEvent event, Step step) {
        List<String> staying = isWorthKeeping(event, step) ? kept(progress, event, step) : List.of();
        area.draw(staying, live(progress));
    }

    @Override
    public void waiting(Progress progress, Duration now) {
        turn++;
        area.draw(List.of(), live(progress));
    }

    @Override
    public void ended(Progress progress, String status) {
        area.draw(marked(Tint.of(status), Headline.ended(progress, status)), List.of());
    }

    @Override
    public void abandoned(Progress progress, String why) {
        area.draw(marked(Tint.WARNING, Headline.abandoned(progress, why)), List.of());
    }

    /** The stack's own start and end are in the headline and the last line; that it turns back, and why, is not. */
    private static boolean isWorthKeeping(StackEvent event, Step step) {
        if (!event.ofStack()) {
            return !step.inFlight();
        }
        boolean turnsBack =
                Tint.of(event.status()) == Tint.WARNING && event.reason().isPresent();
        return event.failed() || turnsBack;
    }

    private List<String> kept(Progress progress, StackEvent event, Step step) {
        Tint tint = Tint.of(event.status());
        List<String> lines =
                new ArrayList<>(painted(tint, glyphs.of(tint) + " " + columns(progress.lasting(step), step), INDENT));
        event.reason()
                .map(ConsoleText::clean)
                .ifPresent(reason -> lines.addAll(ConsoleText.wrap(" ".repeat(INDENT) + reason, width, INDENT)));
        return lines;
    }

    private List<String> live(Progress progress) {
        List<Step> inFlight = progress.inFlight();
        List<String> lines = new ArrayList<>();
        inFlight.stream()
                .limit(MOST_IN_FLIGHT)
                .map(step -> spinning(step.status(), columns(progress.lasting(step), step)))
                .forEach(lines::add);
        if (inFlight.size() > MOST_IN_FLIGHT) {
            lines.add(" ".repeat(INDENT) + "and " + (inFlight.size() - MOST_IN_FLIGHT) + " more");
        }
        String status = progress.stackStatus().orElse("waiting");
        String count = progress.known() == 0 ? "" : progress.done() + "/" + progress.known() + " resources  ";
        lines.add(spinning(status, seconds(Optional.of(progress.now())) + count + status));
        return lines;
    }

    private String spinning(String status, String text) {
        String cut = ConsoleText.cut(text, width - 2, glyphs.more());
        return paint(Tint.of(status), glyphs.spinner(turn)) + " " + cut;
    }

    private static String columns(Optional<Duration> lasting, Step step) {
        return seconds(lasting) + "%-18s  %s".formatted(step.status(), step.resource());
    }

    private static String seconds(Optional<Duration> lasting) {
        return lasting.map(time -> "%4d s  ".formatted(time.toSeconds())).orElse(" ".repeat(INDENT - 2));
    }

    private List<String> marked(Tint tint, String text) {
        return painted(tint, glyphs.of(tint) + " " + text, 2);
    }

    /** Wraps a line; colours its mark, and all of it where something went wrong. */
    private List<String> painted(Tint tint, String line, int indent) {
        List<String> lines = new ArrayList<>(ConsoleText.wrap(line, width, indent));
        if (tint == Tint.GOOD || tint == Tint.QUIET) {
            lines.set(
                    0, paint(tint, lines.get(0).substring(0, 1)) + lines.get(0).substring(1));
            return lines;
        }
        lines.replaceAll(text -> paint(tint, text));
        return lines;
    }

    private String paint(Tint tint, String text) {
        return surroundings.isColoured() ? tint.paint(text) : text;
    }
}
