// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.deploy;

import io.github.dkpbootstrap.StackOperationException;
import io.github.dkpbootstrap.StackOperationInterruptedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Follows an operation to its end. Polls the events, which hold the end too, then asks for the stack itself to be sure.
 * A poll that fails never fails the operation: only the deadline does.
 */
final class OperationFollower {
    private static final Logger LOG = LoggerFactory.getLogger(OperationFollower.class);
    private static final Duration FAST = Duration.ofMillis(500);
    private static final Duration STEADY = Duration.ofSeconds(2);
    private static final Backoff BACKOFF = new Backoff(STEADY, Duration.ofSeconds(30));
    private static final int FAST_POLLS = 6;
    /** How often the stack itself is looked at, in case its last event was missed. */
    private static final int LOOK_EVERY = 10;
    /** A stack that is seen at rest so long, without an event that says so, is at rest: no read is stale that long. */
    private static final Duration BELIEVED_AFTER = Duration.ofSeconds(10);

    private final StackReader reader;
    private final Deadline deadline;
    private final Announcer announcer;
    private final GivingUp givingUp;

    OperationFollower(StackReader reader, Deadline deadline, Announcer announcer, GivingUp givingUp) {
        this.reader = reader.once();
        this.deadline = deadline;
        this.announcer = announcer;
        this.givingUp = givingUp;
    }

    /**
     * Follows an operation until the stack is at rest.
     *
     * @throws StackOperationException if that is not to be had: the deadline, an interruption, a denial
     */
    Ending follow(Pursuit pursuit) {
        return new Chase(pursuit).run();
    }

    /** One operation, as far as it has been followed. */
    private final class Chase {
        private final Pursuit pursuit;
        private final StackHistory history;
        private final List<StackEvent> events = new ArrayList<>();
        private int failures;
        private boolean blind;
        private boolean seenMoving;
        private Optional<Duration> atRestSince = Optional.empty();
        private Optional<SdkException> lastFailure = Optional.empty();

        Chase(Pursuit pursuit) {
            this.pursuit = pursuit;
            this.history = pursuit.history().with(reader);
        }

        Ending run() {
            for (int poll = 0; ; poll++) {
                Optional<StackSnapshot> end = poll(poll);
                if (end.isPresent()) {
                    return new Ending(end.get(), events);
                }
                announcer.waiting(pursuit, deadline.elapsed());
                pause(failures > 0 ? BACKOFF.after(failures) : poll < FAST_POLLS ? FAST : STEADY);
            }
        }

        private Optional<StackSnapshot> poll(int poll) {
            try {
                readEvents();
                Optional<StackSnapshot> end = blind || isTimeToLook(poll) ? look() : Optional.empty();
                failures = 0;
                return end;
            } catch (SdkException e) {
                failures++;
                lastFailure = Optional.of(e);
                if (Denials.isFinal(e)) {
                    throw givingUp.denied(pursuit, e);
                }
                LOG.debug("Polling the stack {} failed {} times in a row, going on", pursuit.stackId(), failures, e);
                return Optional.empty();
            } catch (StackOperationInterruptedException e) {
                throw interrupted();
            }
        }

        /** Where the events may not be read, the stack alone must do from then on. */
        private void readEvents() {
            if (blind) {
                return;
            }
            try {
                for (StackEvent event : history.next()) {
                    events.add(event);
                    announcer.event(event);
                }
            } catch (SdkException e) {
                if (!Denials.isDenied(e)) {
                    throw e;
                }
                LOG.warn(
                        "The events of {} may not be read, so that causes stay unknown: {}",
                        pursuit.stackId(),
                        e.getMessage());
                blind = true;
            }
        }

        private boolean isTimeToLook(int poll) {
            return endIsTold() || poll % LOOK_EVERY == LOOK_EVERY - 1;
        }

        private boolean endIsTold() {
            return !events.isEmpty()
                    && events.get(events.size() - 1).ofStack()
                    && StackStatuses.endsOperation(events.get(events.size() - 1).status());
        }

        private Optional<StackSnapshot> look() {
            Optional<StackSnapshot> stack = reader.find(pursuit.stackId());
            if (stack.filter(found -> StackStatuses.endsOperation(found.status()))
                    .isEmpty()) {
                seenMoving |= stack.isPresent();
                atRestSince = Optional.empty();
                return Optional.empty();
            }
            Duration now = deadline.elapsed();
            Duration since = atRestSince.orElse(now);
            atRestSince = Optional.of(since);
            boolean believed = endIsTold()
                    || seenMoving
                    || pursuit.owner() == Pursuit.Owner.OTHERS
                    || now.minus(since).compareTo(BELIEVED_AFTER) >= 0;
            return believed ? stack : Optional.empty();
        }

        private void pause(Duration wanted) {
            if (deadline.passed()) {
                throw givingUp.late(pursuit, events, lastFailure, deadline.timeout());
            }
            try {
                deadline.pause(wanted);
            } catch (InterruptedException e) {
                throw interrupted();
            }
        }

        /** Calls that cancel the update would be interrupted too, were the flag not taken down meanwhile. */
        private StackOperationException interrupted() {
            boolean ignored = Thread.interrupted();
            return givingUp.interrupted(pursuit, events);
        }
    }
}
