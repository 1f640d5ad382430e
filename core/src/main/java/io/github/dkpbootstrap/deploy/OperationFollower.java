// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.deploy;

import io.github.dkpbootstrap.StackOperationException;
import io.github.dkpbootstrap.StackOperationInterruptedException;
import io.github.dkpbootstrap.StackOperationTimedOutException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Follows an operation to its end. Polls the events, which hold the end too, then asks for the stack itself to be sure.
 * A poll that fails never fails the operation: only the deadline does.
 */
final class OperationFollower {
    /** How a followed operation ended, with its events from the first to the last. */
    record Ending(StackSnapshot stack, List<StackEvent> events) {}

    private static final Logger LOG = LoggerFactory.getLogger(OperationFollower.class);
    private static final Duration FAST = Duration.ofMillis(500);
    private static final Duration STEADY = Duration.ofSeconds(2);
    private static final Duration LONGEST_BACKOFF = Duration.ofSeconds(30);
    private static final int FAST_POLLS = 6;

    private final StackReader reader;
    private final Clock clock;
    private final Sleeper sleeper;
    private final StackListener listener;

    OperationFollower(StackReader reader, Clock clock, Sleeper sleeper, StackListener listener) {
        this.reader = reader;
        this.clock = clock;
        this.sleeper = sleeper;
        this.listener = listener;
    }

    /** Returns the id of the newest event, from which on an operation that is about to start is to be followed. */
    String bookmark(String stackId) {
        List<StackEvent> events = reader.eventsAfter(stackId, "");
        return events.isEmpty() ? "" : events.get(events.size() - 1).id();
    }

    Ending follow(StackOperation operation, String stackId, String bookmark, Duration timeout) {
        Instant deadline = clock.instant().plus(timeout);
        List<StackEvent> seen = new ArrayList<>();
        String last = bookmark;
        int failures = 0;
        for (int poll = 0; ; poll++) {
            try {
                for (StackEvent event : reader.eventsAfter(stackId, last)) {
                    seen.add(event);
                    last = event.id();
                    tell(event);
                }
                Optional<StackSnapshot> end = ended(seen, poll) ? reader.find(stackId) : Optional.empty();
                if (end.filter(stack -> atRest(stack.status())).isPresent()) {
                    return new Ending(end.get(), seen);
                }
                failures = 0;
            } catch (SdkException e) {
                failures++;
                refuseIfDenied(operation, stackId, e);
                LOG.debug("Polling the stack {} failed {} times in a row, going on", stackId, failures, e);
            }
            pause(operation, stackId, deadline, failures == 0 ? pace(poll) : backoff(failures), seen);
        }
    }

    /** Looks at the stack itself after a terminal event, and now and then in case that event was missed. */
    private static boolean ended(List<StackEvent> seen, int poll) {
        boolean terminal = !seen.isEmpty()
                && seen.get(seen.size() - 1).ofStack()
                && atRest(seen.get(seen.size() - 1).status());
        return terminal || poll % 10 == 9;
    }

    private static boolean atRest(String status) {
        return StackDecision.toDeploy(Optional.of(status)) != StackDecision.WAIT;
    }

    private void tell(StackEvent event) {
        try {
            listener.onEvent(event);
        } catch (RuntimeException e) {
            LOG.warn(
                    "The listener failed on the event {} of {}; the operation goes on",
                    event.status(),
                    event.logicalId(),
                    e);
        }
    }

    /** Everything passes but a denial: waiting for a permission until the deadline helps nobody. */
    private static void refuseIfDenied(StackOperation operation, String stackId, SdkException e) {
        if (e instanceof AwsServiceException service
                && service.statusCode() == 403
                && !service.isThrottlingException()) {
            String reason = String.valueOf(service.getMessage());
            throw new StackOperationException(
                    "%s of stack %s cannot be followed: %s. AWS goes on with it. %s"
                            .formatted(operation, stackId, reason, Remedy.of(reason)),
                    stackId,
                    operation,
                    null,
                    reason,
                    e);
        }
    }

    private static Duration pace(int poll) {
        return poll < FAST_POLLS ? FAST : STEADY;
    }

    private static Duration backoff(int failures) {
        Duration doubled = STEADY.multipliedBy(1L << Math.min(failures, 4));
        return doubled.compareTo(LONGEST_BACKOFF) < 0 ? doubled : LONGEST_BACKOFF;
    }

    private void pause(
            StackOperation operation, String stackId, Instant deadline, Duration pause, List<StackEvent> seen) {
        if (!clock.instant().plus(pause).isBefore(deadline)) {
            String latest =
                    seen.isEmpty() ? "no event was seen" : "the last event was " + describe(seen.get(seen.size() - 1));
            throw new StackOperationTimedOutException(
                    "%s of stack %s has not ended within its time; %s. AWS goes on with it: call again to follow it, or give the spec a longer timeout"
                            .formatted(operation, stackId, latest),
                    stackId,
                    operation);
        }
        try {
            sleeper.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackOperationInterruptedException(
                    "Following %s of stack %s was interrupted; AWS goes on with it: call again to follow it"
                            .formatted(operation, stackId),
                    stackId,
                    operation);
        }
    }

    private static String describe(StackEvent event) {
        return event.status() + " of " + event.logicalId();
    }
}
