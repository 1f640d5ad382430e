// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.deploy;

import io.github.dkpbootstrap.StackBusyException;
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

    private final StackReader reader;
    private final String stackName;
    private final StackGoal goal;

    Rounds(StackReader reader, String stackName, StackGoal goal) {
        this.reader = reader;
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
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Optional<StackSnapshot> stack = reader.find(stackName);
            StackDecision decision = StackDecision.of(goal, stack.map(StackSnapshot::status));
            try {
                Optional<T> result = act.apply(new Round(decision, stack));
                if (result.isPresent()) {
                    return result.get();
                }
            } catch (StateChangedException e) {
                LOG.info("Stack {} changed meanwhile, looking again: {}", stackName, e.getMessage());
            }
        }
        throw StackFailures.restless(operation, stackName);
    }
}
