// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.deploy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Reads a stack's events step by step: each once, none lost, from oldest to newest within a step. A page is always read to
 * its end, so that an event which appears late, behind newer ones, is still seen. Not thread-safe.
 */
final class StackHistory {
    private static final Logger LOG = LoggerFactory.getLogger(StackHistory.class);
    /** The events of an operation are few hundred; a history that is longer belongs to earlier ones. */
    private static final int MOST_PAGES = 500;

    private final StackReader reader;
    private final String stackId;
    private final Set<String> seen = new HashSet<>();

    private StackHistory(StackReader reader, String stackId) {
        this.reader = reader;
        this.stackId = stackId;
    }

    /** Returns the history of a stack that was made just now. */
    static StackHistory ofNew(StackReader reader, String stackId) {
        return new StackHistory(reader, stackId);
    }

    /** Returns the history from now on: what has happened already counts as seen. */
    static StackHistory fromNow(StackReader reader, String stackId) {
        StackHistory history = new StackHistory(reader, stackId);
        try {
            reader.events(stackId, null).events().forEach(event -> history.seen.add(event.id()));
        } catch (SdkException e) {
            if (!Denials.isDenied(e)) {
                throw e;
            }
            LOG.warn(
                    "The events of {} may not be read (cloudformation:DescribeStackEvents): {}",
                    stackId,
                    e.getMessage());
        }
        return history;
    }

    /** Returns the history from the start of the operation in flight on: what is older counts as seen. */
    static StackHistory ofOperationInFlight(StackReader reader, String stackId) {
        StackHistory history = new StackHistory(reader, stackId);
        boolean[] started = {false};
        history.readBack(page -> {
            int start = started[0] ? -1 : indexOfStart(page);
            started[0] = start < page.size();
            List<StackEvent> older = page.subList(Math.min(start + 1, page.size()), page.size());
            older.forEach(event -> history.seen.add(event.id()));
            return !older.isEmpty();
        });
        return history;
    }

    /** Returns the same place in the history, read with another reader. */
    StackHistory with(StackReader other) {
        StackHistory history = new StackHistory(other, stackId);
        history.seen.addAll(seen);
        return history;
    }

    /** Returns what is new since the last time, oldest first. */
    List<StackEvent> next() {
        List<StackEvent> fresh = new ArrayList<>();
        readBack(page -> {
            List<StackEvent> unseen =
                    page.stream().filter(event -> !seen.contains(event.id())).toList();
            fresh.addAll(unseen);
            return unseen.size() < page.size();
        });
        fresh.forEach(event -> seen.add(event.id()));
        Collections.reverse(fresh);
        return fresh;
    }

    /** Returns the events of the stack's last operation, oldest first, with the rollback that it led to. */
    static List<StackEvent> lastOperation(StackReader reader, String stackId) {
        List<StackEvent> events = new ArrayList<>();
        new StackHistory(reader, stackId).readBack(page -> {
            int start = indexOfStart(page);
            events.addAll(page.subList(0, Math.min(start + 1, page.size())));
            return start < page.size();
        });
        Collections.reverse(events);
        return events;
    }

    private void readBack(Predicate<List<StackEvent>> isEnough) {
        Optional<String> token = Optional.empty();
        for (int pages = 0; pages < MOST_PAGES; pages++) {
            EventPage page = reader.events(stackId, token.orElse(null));
            if (isEnough.test(page.events()) || page.next().isEmpty()) {
                return;
            }
            token = page.next();
        }
    }

    /** An operation starts with the newest status in progress that is neither a rollback nor a cleanup. */
    private static int indexOfStart(List<StackEvent> newestFirst) {
        for (int i = 0; i < newestFirst.size(); i++) {
            StackEvent event = newestFirst.get(i);
            if (event.ofStack() && StackStatuses.startsOperation(event.status())) {
                return i;
            }
        }
        return newestFirst.size();
    }
}
