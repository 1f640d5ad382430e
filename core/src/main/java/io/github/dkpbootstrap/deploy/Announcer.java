// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.deploy;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the listener; what it throws is logged and ends nothing. */
final class Announcer {
    private static final Logger LOG = LoggerFactory.getLogger(Announcer.class);

    private final StackListener listener;
    private Optional<StackOperation> open = Optional.empty();

    Announcer(StackListener listener) {
        this.listener = listener;
    }

    /** Does something, and tells if it fails with an operation that has been told to start and not to end. */
    <T> T toTheEnd(Supplier<T> verb) {
        try {
            return verb.get();
        } catch (RuntimeException e) {
            open.ifPresent(operation -> tell("giving up " + operation, told -> told.onAbandon(operation, e)));
            open = Optional.empty();
            throw e;
        }
    }

    void started(StackOperation operation, String stack) {
        open = Optional.of(operation);
        tell("the start of " + operation, told -> told.onStart(operation, stack));
    }

    void event(StackEvent event) {
        tell(event.status() + " of " + event.logicalId(), told -> told.onEvent(event));
    }

    void waiting(Pursuit pursuit, Duration elapsed) {
        tell("a poll", told -> told.onWait(pursuit.operation(), elapsed));
    }

    void ended(StackOperation operation, StackSnapshot stack) {
        open = Optional.empty();
        tell("the end of " + operation, told -> told.onEnd(operation, stack.status()));
    }

    private void tell(String what, Consumer<StackListener> message) {
        try {
            message.accept(listener);
        } catch (RuntimeException e) {
            LOG.warn("The listener failed on {}; the operation goes on", what, e);
        }
    }
}
