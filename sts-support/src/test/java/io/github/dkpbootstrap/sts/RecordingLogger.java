// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;

/** A logger that keeps what it is given, and on which a test can wait for the next entry. */
final class RecordingLogger extends LegacyAbstractLogger {
    private static final long serialVersionUID = 1L;
    private static final long LIMIT_SECONDS = 10;

    private final transient List<Entry> entries = new CopyOnWriteArrayList<>();
    private final transient BlockingQueue<Entry> unread = new LinkedBlockingQueue<>();

    record Entry(Level level, String text) {}

    List<Entry> entries() {
        return List.copyOf(entries);
    }

    List<String> at(Level level) {
        return entries.stream().filter(e -> e.level() == level).map(Entry::text).toList();
    }

    /** Returns the first entry that no test has waited for yet; a session writes one for each answer of STS. */
    Entry next() {
        try {
            Entry entry = unread.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
            if (entry == null) {
                throw new AssertionError("nothing was logged");
            }
            return entry;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    protected void handleNormalizedLoggingCall(
            Level level,
            @Nullable Marker marker,
            String pattern,
            Object @Nullable [] arguments,
            @Nullable Throwable thrown) {
        Entry entry = new Entry(
                level, MessageFormatter.basicArrayFormat(pattern, arguments) + (thrown == null ? "" : thrown));
        entries.add(entry);
        unread.add(entry);
    }

    @Override
    protected @Nullable String getFullyQualifiedCallerName() {
        return null;
    }

    @Override
    public boolean isTraceEnabled() {
        return true;
    }

    @Override
    public boolean isDebugEnabled() {
        return true;
    }

    @Override
    public boolean isInfoEnabled() {
        return true;
    }

    @Override
    public boolean isWarnEnabled() {
        return true;
    }

    @Override
    public boolean isErrorEnabled() {
        return true;
    }
}
