// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.deploy;

import io.github.dkpbootstrap.BootstrapClients;
import io.github.dkpbootstrap.FailedStack;
import io.github.dkpbootstrap.StackOperationException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a stack into the wanted state: does what {@link StackDecision} says of its status, follows the operation, and looks
 * again. One deployer serves one call of a verb. Not thread-safe; calls block.
 */
public final class StackDeployer {
    private static final Logger LOG = LoggerFactory.getLogger(StackDeployer.class);

    private final StackRequest request;
    private final StackGuard guard;
    private final StackOperations operations;
    private final Removal removal;
    private final Repair repair;
    private Optional<String> earlierFailure = Optional.empty();

    private StackDeployer(StackRequest request, StackGuard guard, BootstrapClients clients) {
        Deadline deadline = Deadline.in(request.timeout(), clients.clock(), clients.sleeper());
        this.request = request;
        this.guard = guard;
        this.operations = new StackOperations(request, guard, clients, deadline);
        this.removal = new Removal(operations, guard);
        this.repair = new Repair(request, operations, guard);
    }

    /** Returns a deployer; its time runs from now on. */
    public static StackDeployer of(StackRequest request, StackGuard guard, BootstrapClients clients) {
        return new StackDeployer(request, guard, clients);
    }

    /**
     * Creates or updates the stack.
     *
     * @throws StackOperationException if the stack did not reach the wanted state
     */
    public Deployed deploy() {
        Rounds rounds = new Rounds(operations.reader(), operations.deadline(), request.stackName(), StackGoal.DEPLOY);
        return operations
                .announcer()
                .toTheEnd(() ->
                        rounds.until(StackOperation.UPDATE, this::deployRound).after(earlierFailure));
    }

    /**
     * Deletes the stack and its resources.
     *
     * @return what became of it, whoever deleted it; nothing where there was none
     * @throws StackOperationException if the stack is still there
     */
    public Optional<Destroyed> destroy() {
        return operations
                .announcer()
                .toTheEnd(() -> removal.destroy(request.stackName()).map(Destroyed::of));
    }

    /** Returns why a stack that was cleared away had never come to be. */
    Optional<String> earlierFailure() {
        return earlierFailure;
    }

    StackOperations operations() {
        return operations;
    }

    private Optional<Deployed> deployRound(Rounds.Round round) {
        switch (round.decision()) {
            case CREATE -> {
                guard.beforeCreate();
                return Optional.of(new Deployed(StackOperation.CREATE, operations.create()));
            }
            case CREATE_REVIEWED -> {
                warnOfForeignChangeSets(round.existing());
                guard.beforeCreate();
                return Optional.of(new Deployed(StackOperation.CREATE, operations.createReviewed(round.existing())));
            }
            case UPDATE -> {
                return Optional.of(update(round.existing()));
            }
            case RECREATE -> recreate(round.existing());
            case RECREATE_IF_ASKED -> {
                if (request.failedStack() != FailedStack.RECREATE) {
                    throw stuck(round.existing());
                }
                recreate(round.existing());
            }
            case ROLL_BACK -> repair.rollBack(round.existing());
            case CONTINUE_ROLLBACK -> repair.continueRollback(round.existing());
            case WAIT -> {
                return await(round.existing()).filter(ours -> ours.done() != StackOperation.IMPORT);
            }
            default -> throw stuck(round.existing());
        }
        return Optional.empty();
    }

    /** AWS makes the other change sets of a stack obsolete as soon as one is executed. */
    private void warnOfForeignChangeSets(StackSnapshot shell) {
        List<String> foreign = operations.changeSets().foreign(shell.id());
        if (!foreign.isEmpty()) {
            LOG.warn(
                    "Stack {} is made although change sets of others wait in it, which that makes obsolete: {}",
                    shell.id(),
                    foreign);
        }
    }

    /** Updates a stack that is at rest, where it differs. */
    Deployed update(StackSnapshot stack) {
        return update(stack, operations.reader().template(stack.id()));
    }

    Deployed update(StackSnapshot stack, String deployed) {
        guard.beforeUpdate(StackOperation.UPDATE, stack, deployed);
        if (guard.isUnchanged(stack, deployed)) {
            return new Deployed(StackOperation.READ, stack);
        }
        return operations.update(stack);
    }

    /** What failed before would fail again: nothing of a stack that was rolled back is left to have its names. */
    private void recreate(StackSnapshot stack) {
        if (stack.status().equals("ROLLBACK_COMPLETE")) {
            guard.beforeCreate();
        }
        clear(stack);
    }

    /** Deletes a stack that never came to be, once. Its events are read first: by its name they are gone afterwards. */
    void clear(StackSnapshot stack) {
        if (earlierFailure.isPresent()) {
            throw stuck(stack);
        }
        guard.beforeRepair(StackOperation.DELETE, stack);
        String failure = operations.causes().of(stack).explain();
        earlierFailure = Optional.of(failure);
        LOG.info("Stack {} is {} and is deleted and made anew. It had failed: {}", stack.id(), stack.status(), failure);
        removal.delete(stack);
    }

    /** Waits for what is in flight; returns what was done if this deployment began it. */
    Optional<Deployed> await(StackSnapshot stack) {
        Optional<StackOperation> ours = operations.ownWork().resumable(stack);
        if (ours.isPresent()) {
            LOG.info("Stack {} is {} by an earlier call for the same: following it", stack.id(), stack.status());
            StackOperation operation = ours.get();
            return Optional.of(new Deployed(operation, operations.resume(operation, stack, operation + "_COMPLETE")));
        }
        LOG.info("Stack {} is {}: waiting for that operation to end", stack.id(), stack.status());
        operations.await(stack);
        return Optional.empty();
    }

    StackOperationException stuck(StackSnapshot stack) {
        return StackFailures.stuck(
                StackOperation.UPDATE,
                stack,
                WayOut.of(stack.status()),
                operations.causes().of(stack));
    }
}
