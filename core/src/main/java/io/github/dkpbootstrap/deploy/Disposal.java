// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.deploy;

import io.github.dkpbootstrap.BootstrapException;
import io.github.dkpbootstrap.sts.Sleeper;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cloudformation.model.InvalidChangeSetStatusException;

/**
 * Throws away change sets that were made and are not used, and the shells of stacks that were made for them, unless others
 * use those by now. What fails is logged: it does no harm, and it must not hide why the change set is not used.
 */
final class Disposal {
    private static final Logger LOG = LoggerFactory.getLogger(Disposal.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final int ATTEMPTS = 10;

    private final StackReader reader;
    private final ChangeSets changeSets;
    private final Consumer<StackSnapshot> deletion;
    private final Sleeper sleeper;

    Disposal(StackReader reader, ChangeSets changeSets, Consumer<StackSnapshot> deletion, Sleeper sleeper) {
        this.reader = reader;
        this.changeSets = changeSets;
        this.deletion = deletion;
        this.sleeper = sleeper;
    }

    /**
     * Throws a change set away.
     *
     * @param stack the name or ARN of its stack
     * @param before the stack as it was before the change set was made
     */
    void dispose(String changeSetArn, String stack, Optional<StackSnapshot> before) {
        boolean interrupted = Thread.interrupted();
        try {
            delete(changeSetArn);
            boolean wasThere = before.filter(found -> !found.status().equals(StackStatuses.DELETE_COMPLETE))
                    .isPresent();
            if (!wasThere) {
                disposeShell(stack, changeSetArn);
            }
        } catch (SdkException | BootstrapException | StateChangedException e) {
            LOG.warn("The change set {} could not be thrown away: {}", changeSetArn, e.getMessage());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** A change set that is still being made cannot be deleted yet. */
    private void delete(String changeSetArn) {
        for (int attempt = 1; ; attempt++) {
            try {
                changeSets.delete(changeSetArn);
                return;
            } catch (InvalidChangeSetStatusException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
                pause();
            }
        }
    }

    private void pause() {
        try {
            sleeper.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void disposeShell(String stack, String changeSetArn) {
        Optional<StackSnapshot> shell =
                reader.find(stack).filter(found -> found.status().equals(StackStatuses.REVIEW_IN_PROGRESS));
        if (shell.isEmpty()) {
            return;
        }
        List<String> others = changeSets.all(shell.get().id()).stream()
                .filter(id -> !id.equals(changeSetArn))
                .toList();
        if (others.isEmpty()) {
            deletion.accept(shell.get());
        }
    }
}
