// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.deploy;

import io.github.dkpbootstrap.StackOperationException;
import io.github.dkpbootstrap.StackOperationInterruptedException;
import io.github.dkpbootstrap.StackOperationTimedOutException;
import java.time.Duration;
import software.amazon.awssdk.core.exception.SdkException;

/** Makes change sets and waits until they are made; one that fails is explained and thrown away. */
final class ChangeSetMaking {
    private static final Duration PAUSE = Duration.ofSeconds(1);
    /** A change set of three resources is made within seconds. */
    private static final int ATTEMPTS = 10;

    private final ChangeSets changeSets;
    private final Deadline deadline;
    private final CauseFinder causes;

    ChangeSetMaking(ChangeSets changeSets, Deadline deadline, CauseFinder causes) {
        this.changeSets = changeSets;
        this.deadline = deadline;
        this.causes = causes;
    }

    /**
     * Makes a change set, which may turn out {@linkplain ChangeSetSnapshot#isEmpty() empty}.
     *
     * @throws StackOperationException if it cannot be made, with the reason; it is then thrown away
     * @throws SdkException if it cannot be read; it is then thrown away, too
     */
    ChangeSetSnapshot make(ChangeSetRequest request) {
        String arn = changeSets.create(request);
        try {
            return made(request, arn);
        } catch (SdkException e) {
            abandon(arn);
            throw e;
        }
    }

    /** Throws away a change set that cannot be read; while it is being made, CloudFormation does not let it go. */
    private void abandon(String arn) {
        for (int attempt = 1; !changeSets.throwAway(arn) && attempt < ATTEMPTS && !deadline.passed(); attempt++) {
            try {
                deadline.pause(PAUSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
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
            changeSets.delete(arn);
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
                    "The change set %s of stack %s was not made within the time that the spec allows; it is left there"
                            .formatted(changeSetArn, stack),
                    stack,
                    StackOperation.PLAN);
        }
        try {
            deadline.pause(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackOperationInterruptedException(
                    "Making the change set %s of stack %s was interrupted; it is left there"
                            .formatted(changeSetArn, stack),
                    stack,
                    StackOperation.PLAN);
        }
    }
}
