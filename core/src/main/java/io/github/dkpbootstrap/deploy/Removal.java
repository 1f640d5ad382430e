// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.deploy;

import io.github.dkpbootstrap.StackBusyException;
import java.util.List;
import java.util.Optional;

/** Deletes stacks, and names what keeps one from being deleted. */
final class Removal {
    private final StackOperations operations;
    private final StackGuard guard;
    private Optional<Ending> goneMeanwhile = Optional.empty();

    Removal(StackOperations operations, StackGuard guard) {
        this.operations = operations;
        this.guard = guard;
    }

    /** Deletes the stack of that name, whatever its status; returns how that ended, or nothing where there was none. */
    Optional<Ending> destroy(String stackName) {
        return new Rounds(operations.reader(), operations.deadline(), stackName, StackGoal.DESTROY)
                .until(StackOperation.DELETE, this::destroyRound);
    }

    private Optional<Optional<Ending>> destroyRound(Rounds.Round round) {
        switch (round.decision()) {
            case NOTHING -> {
                return Optional.of(goneMeanwhile);
            }
            case DELETE -> {
                guard.beforeRepair(StackOperation.DELETE, round.existing());
                return Optional.of(Optional.of(delete(round.existing())));
            }
            case DELETE_SHELL -> {
                refuseForeignChangeSets(round.existing());
                return Optional.of(Optional.of(delete(round.existing())));
            }
            default -> {
                Ending ending = operations.await(round.existing());
                goneMeanwhile = Optional.of(ending).filter(Removal::isGone);
                return Optional.empty();
            }
        }
    }

    /**
     * Deletes a stack. Where others use what should go, they are named, or removed if the spec says so; the deletion is then
     * tried once more.
     */
    Ending delete(StackSnapshot stack) {
        refuseProtected(stack);
        Ending ending = operations.delete(stack);
        if (!isGone(ending) && guard.clear(ending.stack())) {
            ending = operations.delete(ending.stack());
        }
        if (!isGone(ending)) {
            Diagnosis diagnosis = operations.causes().of(ending);
            String blockers = guard.blockers(ending.stack());
            throw StackFailures.ended(
                    StackOperation.DELETE, ending.stack(), blockers.isEmpty() ? diagnosis : diagnosis.with(blockers));
        }
        return ending;
    }

    private static boolean isGone(Ending ending) {
        return ending.stack().status().equals(StackStatuses.DELETE_COMPLETE);
    }

    private static void refuseProtected(StackSnapshot stack) {
        if (stack.terminationProtected()) {
            throw StackFailures.isProtected(stack);
        }
    }

    /** Deleting the shell would throw away what somebody else is about to decide on. */
    private void refuseForeignChangeSets(StackSnapshot shell) {
        List<String> foreign = operations.changeSets().foreign(shell.id());
        if (!foreign.isEmpty()) {
            throw new StackBusyException(
                    "Stack %s (%s) was never made and holds change sets of others: %s. Execute or delete them first"
                            .formatted(shell.name(), shell.id(), String.join(", ", foreign)),
                    shell.id(),
                    StackOperation.DELETE);
        }
    }
}
