// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.AbortedException;

/**
 * Keeps one set of credentials fresh. At most one {@link Flight} is on its way; who finds valid credentials never waits
 * for it, who finds none shares it, and a failure is remembered for a while instead of being asked for again.
 *
 * <p>Nothing happens unless credentials are asked for: a session that nobody uses makes no calls and has no thread.
 * Thread-safe; the lock is never held during a call or while foreign code runs.
 */
final class CredentialRefresh {
    private static final long JOIN_MILLIS = 5_000;

    private final LeaseSource source;
    private final Clock clock;
    private final RefreshJournal journal;
    private final String session;
    private final Consumer<Flight> departures;

    final Object lock = new Object();
    private final Set<Flight> flights = new HashSet<>();
    private volatile @Nullable Lease current; // written under the lock only
    private @Nullable Flight awaited;
    private @Nullable Outage outage;
    private boolean closed;

    CredentialRefresh(LeaseSource source, Clock clock, RefreshJournal journal, String session) {
        this(source, clock, journal, session, Flight::depart);
    }

    CredentialRefresh(
            LeaseSource source, Clock clock, RefreshJournal journal, String session, Consumer<Flight> departures) {
        this.source = source;
        this.clock = clock;
        this.journal = journal;
        this.session = session;
        this.departures = departures;
    }

    /**
     * Returns credentials that need not be replaced yet, without the lock; nothing where there are none.
     *
     * <p>One volatile read decides, so there is a moment at which the answer was right. What {@link #close()} and
     * {@link #invalidate()} forget is forgotten before they return, and a flight that lands later puts nothing back: it is not
     * awaited any more, which is decided under the lock. Who reads just before is one who asked before.
     */
    @Nullable
    Lease fresh() {
        Lease held = current;
        return held != null && held.fresh(clock.instant()) ? held : null;
    }

    /** Returns valid credentials, or a promise of them that is the caller's own. Never blocks. */
    CompletableFuture<Lease> lease() {
        return promise().handle((lease, failure) -> {
            if (failure instanceof SessionException known) {
                throw known.again(); // the SDK adds to the exceptions that it gets
            }
            return lease;
        });
    }

    /**
     * Returns valid credentials, and waits for them if there are none.
     *
     * @throws AbortedException if the thread is interrupted while it waits; the call to STS goes on
     */
    Lease awaitLease() {
        Lease fresh = fresh();
        if (fresh != null) {
            return fresh;
        }
        try {
            return promise().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw AbortedException.create("Interrupted while waiting for credentials: " + session, e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof SessionException known
                    ? known.again()
                    : new IllegalStateException(e.getCause());
        }
    }

    /** Decides: the credentials at hand, the flight on its way, the last failure, or a new flight. */
    private CompletableFuture<Lease> promise() {
        synchronized (lock) {
            if (closed) {
                return CompletableFuture.failedFuture(closedException());
            }
            Instant now = clock.instant();
            Lease held = current;
            if (held != null && held.usable(now)) {
                if (!held.fresh(now) && awaited == null && (outage == null || outage.mayRetryWarm(now))) {
                    departAheadOfTime();
                }
                return CompletableFuture.completedFuture(held);
            }
            if (awaited != null) {
                return awaited.isOnThisThread() ? CompletableFuture.failedFuture(ownAnswer()) : awaited.arrival();
            }
            return outage == null || outage.mayRetryCold(now)
                    ? depart(LeaseSource.Need.WAITED_FOR).arrival()
                    : CompletableFuture.failedFuture(outage.failure());
        }
    }

    void checkOpen() {
        synchronized (lock) {
            if (closed) {
                throw closedException();
            }
        }
    }

    /** Forgets the credentials, the pause after a failure, and the flight on its way: whoever asks from now on gets new ones. */
    void invalidate() {
        synchronized (lock) {
            checkOpen();
            current = null;
            outage = outage == null ? null : outage.withoutPause();
            awaited = null;
        }
    }

    /**
     * Fails whoever waits, interrupts the calls under way, and waits a moment for their threads to end. Returns whether
     * there was anything to close.
     */
    boolean close() {
        List<Flight> left;
        synchronized (lock) {
            if (closed) {
                return false;
            }
            closed = true;
            current = null;
            awaited = null;
            left = new ArrayList<>(flights);
        }
        left.forEach(flight -> flight.arrival().completeExceptionally(closedException()));
        left.forEach(Flight::cancel);
        Flight.join(left, JOIN_MILLIS);
        return true;
    }

    /** Where there is no thread to be had, those who have valid credentials need not know; the next to ask tries again. */
    private void departAheadOfTime() {
        try {
            depart(LeaseSource.Need.AHEAD_OF_TIME);
        } catch (OutOfMemoryError | RuntimeException e) {
            awaited = null;
        }
    }

    private Flight depart(LeaseSource.Need need) {
        Flight flight = new Flight(session, () -> source.obtain(need), this::arrived, this::failed);
        departures.accept(flight);
        flights.add(flight);
        awaited = flight;
        return flight;
    }

    private void arrived(Flight flight, Lease lease) {
        Outage ended = null;
        synchronized (lock) {
            flights.remove(flight);
            if (awaited == flight) {
                ended = outage;
                awaited = null;
                current = lease;
                outage = null;
            }
        }
        try {
            journal.refreshed(lease, ended);
        } finally {
            flight.arrival().complete(lease);
        }
    }

    private void failed(Flight flight, SessionException failure) {
        Outage before = null;
        Outage now = null;
        Lease held = null;
        Instant at = timeOfFailure();
        synchronized (lock) {
            flights.remove(flight);
            if (awaited == flight) {
                held = current != null && current.usable(at) ? current : null;
                before = outage;
                now = Outage.after(before, failure, at, held != null);
                awaited = null;
                outage = now;
            }
        }
        try {
            if (now != null) {
                journal.failed(now, before, held);
            }
        } finally {
            flight.arrival().completeExceptionally(failure);
        }
    }

    /** A clock that fails must not leave those waiting who are to hear of the first failure: then no pause follows it. */
    private Instant timeOfFailure() {
        try {
            return clock.instant();
        } catch (Throwable e) {
            return Instant.MIN;
        }
    }

    private InvalidSessionException ownAnswer() {
        return new InvalidSessionException(session
                + " is asked for credentials by what it asks to get them, and would wait for itself: let its source"
                + " of credentials, its supplier of codes and its role facts work with other credentials");
    }

    private SessionClosedException closedException() {
        return new SessionClosedException(
                session + " is closed: neither it nor its credentials provider can be used any more");
    }
}
