// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * One attempt to get credentials, on a daemon thread of its own: what callers do when the answer arrives runs on that
 * thread too, and must not keep the next attempt from starting.
 */
final class Flight {
    private static final long DEFAULT_STACK = 0;

    private final Supplier<Lease> source;
    private final BiConsumer<Flight, Lease> arrived;
    private final BiConsumer<Flight, SessionException> failed;
    private final CompletableFuture<Lease> arrival = new CompletableFuture<>();
    private final Thread thread;

    Flight(
            String name,
            Supplier<Lease> source,
            BiConsumer<Flight, Lease> arrived,
            BiConsumer<Flight, SessionException> failed) {
        this.source = source;
        this.arrived = arrived;
        this.failed = failed;
        thread = new Thread(null, this::fly, name, DEFAULT_STACK, false);
        thread.setDaemon(true);
        thread.setContextClassLoader(Flight.class.getClassLoader());
    }

    /** Returns what the attempt comes to; completed by its owner. */
    CompletableFuture<Lease> arrival() {
        return arrival;
    }

    void depart() {
        thread.start();
    }

    boolean isOnThisThread() {
        return Thread.currentThread().equals(thread);
    }

    void cancel() {
        thread.interrupt();
    }

    /** Waits for the threads of all flights to end, for so many milliseconds of the machine's time at most, all together. */
    static void join(Collection<Flight> flights, long millis) {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        try {
            for (Flight flight : flights) {
                TimeUnit.NANOSECONDS.timedJoin(flight.thread, deadline - System.nanoTime());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void fly() {
        Lease lease;
        try {
            lease = source.get();
        } catch (SessionException e) {
            failed.accept(this, e);
            return;
        }
        arrived.accept(this, lease);
    }
}
