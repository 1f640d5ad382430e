// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * What is going to happen in the local AWS, in the order of time. Nothing runs by itself: {@link #catchUp()}, called as
 * each request arrives, runs all that was due by then, each at its own time. Not thread-safe: the caller holds the lock of
 * the whole local AWS.
 */
public final class Timeline {
    private record Entry(Instant due, long order, Runnable action) {}

    private final Clock clock;
    private final PriorityQueue<Entry> entries =
            new PriorityQueue<>(Comparator.comparing(Entry::due).thenComparing(Entry::order));
    private Instant now;
    private long scheduled;

    /** Creates a time line that follows {@code clock}. */
    public Timeline(Clock clock) {
        this.clock = clock;
        this.now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** Returns the time of what is running: an entry's due time, or the arrival of the request. */
    public Instant now() {
        return now;
    }

    /** Plans {@code action} for {@code delay} from {@link #now()}. */
    public void schedule(Duration delay, Runnable action) {
        entries.add(new Entry(now.plus(delay), scheduled++, action));
    }

    /** Returns how long it is, by the clock, until something more is due. */
    public Optional<Duration> untilNext() {
        return Optional.ofNullable(entries.peek())
                .map(next -> Duration.between(clock.instant(), next.due()))
                .map(duration -> duration.isNegative() ? Duration.ZERO : duration);
    }

    /** Runs what is due by the clock, then sets {@link #now()} to the clock. */
    public void catchUp() {
        Instant target = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        for (Entry next = entries.peek(); next != null && !next.due().isAfter(target); next = entries.peek()) {
            entries.remove();
            now = next.due();
            next.action().run();
        }
        now = target.isAfter(now) ? target : now;
    }
}
