// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.deploy;

import io.github.dkpbootstrap.StackBusyException;
import io.github.dkpbootstrap.StackOperationInterruptedException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at a stack, decides, acts, and looks again, until there is a result. What others do in between is found by the next
 * look: by name as long as no stack is known, for a stack of the same name may be made meanwhile.
 */
final class Rounds {
    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    /** Waiting, repairing, recreating and waiting again come to less; more means that somebody works against us. */
    private static final int MOST_ROUNDS = 12;

    private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(15));

    private final StackReader reader;
    private final Deadline deadline;
    private final String stackName;
    private final StackGoal goal;

    Rounds(StackReader reader, Deadline deadline, String stackName, StackGoal goal) {
        this.reader = reader;
        this.deadline = deadline;
        this.stackName = stackName;
        this.goal = goal;
    }

    /** What a round is about. */
    record Round(StackDecision decision, Optional<StackSnapshot> stack) {
        /** Returns the stack, in a status that only a stack can have. */
        StackSnapshot existing() {
            return stack.orElseThrow();
        }
    }

    /**
     * Goes round until {@code act} has a result.
     *
     * @throws StackBusyException if it has none after so many rounds
     */
    <T> T until(StackOperation operation, Function<Round, Optional<T>> act) {
        String changed = "others keep starting operations on it";
        for (int round = 1; round <= MOST_ROUNDS && !(round > 1 && deadline.passed()); round++) {
            Optional<StackSnapshot> stack = reader.find(stackName);
            StackDecision decision = StackDecision.of(goal, stack.map(StackSnapshot::status));
            try {
                Optional<T> result = act.apply(new Round(decision, stack));
                if (result.isPresent()) {
                    return result.get();
                }
            } catch (StateChangedException e) {
                changed = String.valueOf(e.getMessage());
                LOG.info("Stack {} changed meanwhile, looking again: {}", stackName, changed);
                pause(operation, BACKOFF.after(round));
            }
        }
        throw StackFailures.restless(operation, stackName, changed);
    }

    /** Reads lag behind writes: what was refused just now may look as if it were allowed for a moment. */
    private void pause(StackOperation operation, Duration duration) {
        try {
            deadline.pause(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackOperationInterruptedException(
                    "%s of stack %s was interrupted before it began".formatted(operation, stackName),
                    stackName,
                    operation);
        }
    }
}
