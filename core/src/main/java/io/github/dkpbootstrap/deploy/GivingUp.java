// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.deploy;

import io.github.dkpbootstrap.StackBusyException;
import io.github.dkpbootstrap.StackOperationException;
import io.github.dkpbootstrap.StackOperationInterruptedException;
import io.github.dkpbootstrap.StackOperationTimedOutException;
import io.github.dkpbootstrap.UnfinishedUpdate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;

/** What is done and said when an operation is followed no longer, although it has not ended. */
final class GivingUp {
    private static final Logger LOG = LoggerFactory.getLogger(GivingUp.class);

    private final StackWriter writer;
    private final UnfinishedUpdate unfinishedUpdate;

    GivingUp(StackWriter writer, UnfinishedUpdate unfinishedUpdate) {
        this.writer = writer;
        this.unfinishedUpdate = unfinishedUpdate;
    }

    StackOperationException late(
            Pursuit pursuit, List<StackEvent> seen, Optional<SdkException> failure, Duration timeout) {
        String latest = seen.isEmpty()
                ? "no event was seen"
                : "the last event was " + seen.get(seen.size() - 1).describe();
        String polls = failure.map(e -> "; polls failed, the last with: " + e.getMessage())
                .orElse("");
        if (pursuit.owner() == Pursuit.Owner.OTHERS) {
            return new StackBusyException(
                    "Somebody else's operation on stack %s has not ended within the spec's timeout of %s; %s%s. Call again when it has, or give the spec a longer timeout"
                            .formatted(pursuit.stackId(), timeout, latest, polls),
                    pursuit.stackId(),
                    pursuit.operation());
        }
        return new StackOperationTimedOutException(
                "%s of stack %s has not ended within the spec's timeout of %s; %s%s. %s, or give the spec a longer timeout"
                        .formatted(pursuit.operation(), pursuit.stackId(), timeout, latest, polls, left(pursuit, seen)),
                pursuit.stackId(),
                pursuit.operation());
    }

    StackOperationException interrupted(Pursuit pursuit, List<StackEvent> seen) {
        String left = left(pursuit, seen);
        Thread.currentThread().interrupt();
        return new StackOperationInterruptedException(
                "Following %s of stack %s was interrupted. %s".formatted(pursuit.operation(), pursuit.stackId(), left),
                pursuit.stackId(),
                pursuit.operation());
    }

    /** Everything else passes; to wait for a permission until the deadline helps nobody. */
    StackOperationException denied(Pursuit pursuit, SdkException e) {
        String reason = String.valueOf(e.getMessage());
        return new StackOperationException(
                "%s of stack %s cannot be followed: %s. AWS goes on with it. %s"
                        .formatted(pursuit.operation(), pursuit.stackId(), reason, Remedy.of(reason)),
                pursuit.stackId(),
                pursuit.operation(),
                null,
                reason,
                e);
    }

    /** Cancels an update if the spec says so, and tells what becomes of the operation. */
    private String left(Pursuit pursuit, List<StackEvent> seen) {
        boolean cancel = unfinishedUpdate == UnfinishedUpdate.CANCEL
                && pursuit.owner() == Pursuit.Owner.US
                && pursuit.operation() == StackOperation.UPDATE
                && mayBeCancelled(seen);
        if (cancel && cancelled(pursuit)) {
            return "The update was cancelled and AWS rolls it back: call again to follow that";
        }
        return "AWS goes on with it: call again to follow it";
    }

    /** What cleans up has succeeded, and what rolls back needs no cancelling. Where no event tells, AWS does. */
    private static boolean mayBeCancelled(List<StackEvent> seen) {
        return seen.stream()
                .filter(StackEvent::ofStack)
                .reduce((earlier, later) -> later)
                .filter(latest -> !latest.status().equals("UPDATE_IN_PROGRESS"))
                .isEmpty();
    }

    private boolean cancelled(Pursuit pursuit) {
        try {
            writer.cancelUpdate(pursuit.stackId());
            return true;
        } catch (StateChangedException | StackOperationException | SdkException e) {
            LOG.warn("The update of {} could not be cancelled: {}", pursuit.stackId(), e.getMessage());
            return false;
        }
    }
}
