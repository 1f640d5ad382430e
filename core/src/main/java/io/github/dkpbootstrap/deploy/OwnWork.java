// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.deploy;

import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;

/** Tells the operations of this deployment, begun by whatever process, from those of others. */
final class OwnWork {
    private final StackReader reader;
    private final OperationToken token;

    OwnWork(StackReader reader, OperationToken token) {
        this.reader = reader;
        this.token = token;
    }

    /** Returns what is in flight if this deployment began it. */
    Optional<StackOperation> inFlight(StackSnapshot stack) {
        return start(stack)
                .filter(event ->
                        event.clientRequestToken().filter(token::isOurs).isPresent())
                .flatMap(event -> operation(event.status()));
    }

    /** Returns what is in flight if this deployment began it and it may still be what was asked for. */
    Optional<StackOperation> resumable(StackSnapshot stack) {
        return StackStatuses.mayStillSucceed(stack.status())
                ? inFlight(stack).filter(operation -> operation != StackOperation.DELETE)
                : Optional.empty();
    }

    /** Returns whether the last operation of the stack was begun with this very token. */
    boolean hasBegun(StackSnapshot stack, String execution) {
        return start(stack)
                .flatMap(StackEvent::clientRequestToken)
                .filter(execution::equals)
                .isPresent();
    }

    private Optional<StackEvent> start(StackSnapshot stack) {
        return lastOperation(stack).stream()
                .filter(StackEvent::ofStack)
                .filter(event -> StackStatuses.startsOperation(event.status()))
                .findFirst();
    }

    /** What may not be read is taken for somebody else's: it is waited for all the same. */
    private List<StackEvent> lastOperation(StackSnapshot stack) {
        try {
            return StackHistory.lastOperation(reader, stack.id());
        } catch (SdkException e) {
            if (Denials.isDenied(e)) {
                return List.of();
            }
            throw e;
        }
    }

    private static Optional<StackOperation> operation(String status) {
        return switch (status) {
            case "CREATE_IN_PROGRESS" -> Optional.of(StackOperation.CREATE);
            case "UPDATE_IN_PROGRESS" -> Optional.of(StackOperation.UPDATE);
            case "IMPORT_IN_PROGRESS" -> Optional.of(StackOperation.IMPORT);
            case "DELETE_IN_PROGRESS" -> Optional.of(StackOperation.DELETE);
            default -> Optional.empty();
        };
    }
}
