// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.Level;

/** What is logged while it is open, by the thread that opened it or by all. Everything else that tests log goes nowhere. */
final class RecordedLog implements AutoCloseable {
    private static final ThreadLocal<List<Line>> LINES = new ThreadLocal<>();
    private static volatile @Nullable List<Line> everybody;

    private record Line(Level level, String text) {}

    private final List<Line> lines;

    private RecordedLog(List<Line> lines) {
        this.lines = lines;
    }

    static RecordedLog open() {
        RecordedLog log = new RecordedLog(new ArrayList<>());
        LINES.set(log.lines);
        return log;
    }

    /** Opens a log of what all threads log. */
    static RecordedLog ofAllThreads() {
        RecordedLog log = new RecordedLog(new CopyOnWriteArrayList<>());
        everybody = log.lines;
        return log;
    }

    static boolean isOpen() {
        return LINES.get() != null || everybody != null;
    }

    static void add(Level level, String text) {
        Line line = new Line(level, text);
        List<Line> own = LINES.get();
        if (own != null) {
            own.add(line);
        }
        List<Line> all = everybody;
        if (all != null) {
            all.add(line);
        }
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
        everybody = null;
    }
}
