// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.deploy;

import io.github.dkpbootstrap.StackOperationException;
import io.github.dkpbootstrap.StackOperationInterruptedException;
import io.github.dkpbootstrap.StackOperationTimedOutException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** Makes change sets and waits until they are made; one that fails is explained and thrown away. */
final class ChangeSetMaking {
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final ChangeSets changeSets;
    private final Deadline deadline;
    private final CauseFinder causes;
    private final Disposal disposal;

    ChangeSetMaking(ChangeSets changeSets, Deadline deadline, CauseFinder causes, Disposal disposal) {
        this.changeSets = changeSets;
        this.deadline = deadline;
        this.causes = causes;
        this.disposal = disposal;
    }

    /**
     * Makes a change set, which may turn out {@linkplain ChangeSetSnapshot#isEmpty() empty}, and lets {@code read} have it.
     * If anything fails, the change set is thrown away, and the shell of its stack if there was none before.
     *
     * @param before the stack as it is without the change set
     * @throws StackOperationException if it cannot be made, with the reason; it is then thrown away
     */
    <T> T make(ChangeSetRequest request, Optional<StackSnapshot> before, Function<ChangeSetSnapshot, T> read) {
        String arn = changeSets.create(request);
        try {
            return read.apply(made(request, arn));
        } catch (RuntimeException e) {
            disposal.dispose(arn, request.stack(), before);
            throw e;
        }
    }

    private ChangeSetSnapshot made(ChangeSetRequest request, String arn) {
        ChangeSetSnapshot made = changeSets.describe(arn);
        while (!made.isDecided()) {
            pause(request.stack(), arn);
            made = changeSets.describe(arn);
        }
        if (made.status().endsWith("FAILED") && !made.isEmpty()) {
            Diagnosis diagnosis = causes.ofChangeSet(made);
            throw new StackOperationException(
                    "A change set of stack %s could not be made. %s".formatted(made.stackId(), diagnosis.explain()),
                    made.stackId(),
                    StackOperation.PLAN,
                    diagnosis.resource().orElse(null),
                    diagnosis.reason().orElse(null),
                    null);
        }
        return made;
    }

    private void pause(String stack, String changeSetArn) {
        if (deadline.passed()) {
            throw new StackOperationTimedOutException(
                    "The change set %s of stack %s was not made within the time that the spec allows; it is thrown away"
                            .formatted(changeSetArn, stack),
                    stack,
                    StackOperation.PLAN);
        }
        try {
            deadline.pause(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackOperationInterruptedException(
                    "Making the change set %s of stack %s was interrupted; it is thrown away"
                            .formatted(changeSetArn, stack),
                    stack,
                    StackOperation.PLAN);
        }
    }
}
