// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.http;

import io.github.dkpbootstrap.testkit.internal.fault.Disturbance;
import io.github.dkpbootstrap.testkit.internal.fault.Disturbance.Ending;
import io.github.dkpbootstrap.testkit.internal.fault.Disturbance.Moment;
import io.github.dkpbootstrap.testkit.internal.query.ServiceError;
import io.github.dkpbootstrap.testkit.internal.sigv4.SignedRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/** Stands before the door: lets each call in, or does to it what was asked for. Thread-safe. */
public final class Reception {
    private record Handled(Reply reply, Duration delay, Optional<CountDownLatch> hold) {
        static Handled now(Reply reply) {
            return new Handled(reply, Duration.ZERO, Optional.empty());
        }
    }

    private final Desk door;
    private final Interference interference;
    private final Consumer<Duration> pause;

    /**
     * Creates the reception before {@code door}.
     *
     * @param pause lets time pass, outside the lock of the local AWS
     */
    public Reception(Desk door, Interference interference, Consumer<Duration> pause) {
        this.door = door;
        this.interference = interference;
        this.pause = pause;
    }

    /** Handles a request; every failure is a reply too. */
    public Reply handle(SignedRequest request) {
        Handled handled = door.exclusively(() -> {
            Interference.Visit visit = interference.arriving(door.arrival(request));
            Handled result = handle(request, visit);
            visit.ended(result.reply().httpStatus());
            return result;
        });
        if (!handled.delay().isZero()) {
            pause.accept(handled.delay());
        }
        handled.hold().ifPresent(Reception::await);
        return handled.reply();
    }

    private Handled handle(SignedRequest request, Interference.Visit visit) {
        Optional<Disturbance> disturbance = visit.disturbance();
        if (disturbance.isEmpty()) {
            return Handled.now(door.handle(request));
        }
        if (disturbance.get() instanceof Disturbance.Refusal refusal) {
            ServiceError error = ServiceError.of(refusal.code(), refusal.status(), refusal.message());
            return Handled.now(door.refuse(request, error));
        }
        if (disturbance.get() instanceof Disturbance.Forgery forgery) {
            return Handled.now(new Answer(forgery.status(), forgery.contentType(), "", forgery.body()));
        }
        if (disturbance.get() instanceof Disturbance.Stall) {
            return new Handled(new Reply.Lost(Ending.CLOSED), Duration.ZERO, Optional.of(visit.release()));
        }
        if (disturbance.get() instanceof Disturbance.Loss loss) {
            if (loss.moment() == Moment.AFTER_EFFECT) {
                door.handle(request);
            }
            return Handled.now(new Reply.Lost(loss.ending()));
        }
        Answer answer = door.handle(request);
        return disturbance.get() instanceof Disturbance.Delay delay
                ? new Handled(answer, delay.duration(), Optional.empty())
                : Handled.now(new Reply.Truncated(answer));
    }

    private static void await(CountDownLatch hold) {
        try {
            hold.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
