// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import java.util.ArrayList;
import java.util.List;
import org.slf4j.event.Level;

/** What is logged while it is open, by the thread that opened it. Everything else that tests log goes nowhere. */
final class RecordedLog implements AutoCloseable {
    private static final ThreadLocal<List<Line>> LINES = new ThreadLocal<>();

    private record Line(Level level, String text) {}

    private final List<Line> lines = new ArrayList<>();

    private RecordedLog() {
        LINES.set(lines);
    }

    static RecordedLog open() {
        return new RecordedLog();
    }

    static boolean isOpen() {
        return LINES.get() != null;
    }

    static void add(Level level, String text) {
        LINES.get().add(new Line(level, text));
    }

    /** Returns the lines of all levels, oldest first, each with its stack trace if it has one. */
    List<String> all() {
        return lines.stream().map(Line::text).toList();
    }

    /** Returns the warnings, oldest first. */
    List<String> warnings() {
        return lines.stream()
                .filter(line -> line.level() == Level.WARN)
                .map(Line::text)
                .toList();
    }

    @Override
    public void close() {
        LINES.remove();
    }
}
