// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** What is logged at every level, by SLF4J and by the JDK's logging, and what is printed, while it is open. */
final class Printed implements AutoCloseable {
    private final RecordedLog log = RecordedLog.ofAllThreads();
    private final Queue<String> jdkLines = new ConcurrentLinkedQueue<>();
    private final ByteArrayOutputStream streams = new ByteArrayOutputStream();
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final Logger root = Logger.getLogger("");
    private final Level level = root.getLevel();
    private final Handler[] handlers = root.getHandlers();
    private final Handler own = new Recorder();

    Printed() {
        PrintStream stream = new PrintStream(streams, true, StandardCharsets.UTF_8);
        System.setOut(stream);
        System.setErr(stream);
        for (Handler handler : handlers) {
            root.removeHandler(handler);
        }
        root.addHandler(own);
        root.setLevel(Level.ALL);
    }

    /** Returns the lines of all loggers, each with the logger's name and a colon before it. */
    List<String> lines() {
        List<String> lines = new ArrayList<>(log.all());
        lines.addAll(jdkLines);
        return lines;
    }

    /** Returns the warnings of all SLF4J loggers. */
    List<String> warnings() {
        return log.warnings();
    }

    /** Returns what went to standard output and standard error. */
    String streams() {
        return streams.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        root.setLevel(level);
        root.removeHandler(own);
        for (Handler handler : handlers) {
            root.addHandler(handler);
        }
        System.setOut(out);
        System.setErr(err);
        log.close();
    }

    private final class Recorder extends Handler {
        private final SimpleFormatter formatter = new SimpleFormatter();

        @Override
        public void publish(LogRecord line) {
            if (isLoggable(line)) {
                jdkLines.add(line.getLoggerName() + ": " + formatter.formatMessage(line) + thrown(line));
            }
        }

        private static String thrown(LogRecord line) {
            StringWriter text = new StringWriter();
            if (line.getThrown() != null) {
                line.getThrown().printStackTrace(new PrintWriter(text, true));
            }
            return text.toString();
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
