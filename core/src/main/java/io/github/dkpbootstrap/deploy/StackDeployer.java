// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.deploy;

import io.github.dkpbootstrap.BootstrapClients;
import io.github.dkpbootstrap.StackBusyException;
import io.github.dkpbootstrap.StackOperationException;
import io.github.dkpbootstrap.deploy.OperationFollower.Ending;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a stack into the wanted state: looks at its status, does what {@link StackDecision} says, follows the operation,
 * and looks again. Immutable and thread-safe; calls block.
 */
public final class StackDeployer {
    /** What a deployment did, and the stack as it is now. */
    public record Result(StackOperation done, StackSnapshot stack) {}

    private static final Logger LOG = LoggerFactory.getLogger(StackDeployer.class);
    /** Waiting, recreating once and waiting again come to less than this; more means that somebody works against us. */
    private static final int MOST_ROUNDS = 6;

    private final BootstrapClients clients;
    private final StackReader reader;
    private final StackWriter writer;

    private StackDeployer(BootstrapClients clients) {
        this.clients = clients;
        this.reader = StackReader.of(clients.cloudFormation());
        this.writer = new StackWriter(clients.cloudFormation());
    }

    /** Returns a deployer that uses {@code clients}. */
    public static StackDeployer of(BootstrapClients clients) {
        return new StackDeployer(clients);
    }

    /**
     * Creates or updates the stack.
     *
     * @param unchanged tells from the stack and its template's text whether nothing needs to be done
     * @return what was done: {@code CREATE}, {@code UPDATE}, or {@code READ} where nothing was
     * @throws StackOperationException if the stack did not reach the wanted state
     */
    public Result deploy(StackRequest request, BiPredicate<StackSnapshot, String> unchanged) {
        boolean recreated = false;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Optional<StackSnapshot> stack = reader.find(request.stackName());
            switch (StackDecision.toDeploy(stack.map(StackSnapshot::status))) {
                case CREATE -> {
                    return create(request);
                }
                case UPDATE -> {
                    return update(request, stack.orElseThrow(), unchanged);
                }
                case RECREATE -> {
                    if (recreated) {
                        throw stuck(StackOperation.CREATE, stack.orElseThrow());
                    }
                    clearFailed(request, stack.orElseThrow());
                    recreated = true;
                }
                case WAIT -> await(request, stack.orElseThrow());
                default -> throw stuck(StackOperation.UPDATE, stack.orElseThrow());
            }
        }
        throw busy(StackOperation.UPDATE, request.stackName());
    }

    /**
     * Deletes the stack and its resources.
     *
     * @return whether there was one
     * @throws StackOperationException if the stack is still there
     */
    public Optional<StackSnapshot> destroy(StackRequest request) {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Optional<StackSnapshot> stack = reader.find(request.stackName());
            switch (StackDecision.toDestroy(stack.map(StackSnapshot::status))) {
                case NOTHING -> {
                    return Optional.empty();
                }
                case DELETE -> {
                    return Optional.of(delete(request, stack.orElseThrow()));
                }
                default -> await(request, stack.orElseThrow());
            }
        }
        throw busy(StackOperation.DELETE, request.stackName());
    }

    private Result create(StackRequest request) {
        String stackId = writer.create(request);
        Ending ending = follower(request).follow(StackOperation.CREATE, stackId, "", request.timeout());
        expect("CREATE_COMPLETE", StackOperation.CREATE, ending);
        return new Result(StackOperation.CREATE, ending.stack());
    }

    private Result update(StackRequest request, StackSnapshot stack, BiPredicate<StackSnapshot, String> unchanged) {
        if (unchanged.test(stack, reader.template(stack.id()))) {
            return new Result(StackOperation.READ, stack);
        }
        OperationFollower follower = follower(request);
        String bookmark = follower.bookmark(stack.id());
        if (!writer.update(request, stack)) {
            return new Result(StackOperation.READ, stack);
        }
        Ending ending = follower.follow(StackOperation.UPDATE, stack.id(), bookmark, request.timeout());
        expect("UPDATE_COMPLETE", StackOperation.UPDATE, ending);
        return new Result(StackOperation.UPDATE, ending.stack());
    }

    private StackSnapshot delete(StackRequest request, StackSnapshot stack) {
        refuseProtected(stack);
        OperationFollower follower = follower(request);
        String bookmark = follower.bookmark(stack.id());
        writer.delete(stack);
        Ending ending = follower.follow(StackOperation.DELETE, stack.id(), bookmark, request.timeout());
        expect("DELETE_COMPLETE", StackOperation.DELETE, ending);
        return ending.stack();
    }

    /** Deletes a stack that never came to be. Its events are read first: by its name they are gone afterwards. */
    private void clearFailed(StackRequest request, StackSnapshot stack) {
        Diagnosis before = Diagnosis.of(reader.eventsAfter(stack.id(), ""));
        LOG.info(
                "Stack {} is {} and is deleted and made anew. It had failed: {}",
                stack.id(),
                stack.status(),
                before.explain());
        delete(request, stack);
    }

    private void await(StackRequest request, StackSnapshot stack) {
        LOG.info("Stack {} is {}: waiting for that operation to end", stack.id(), stack.status());
        OperationFollower follower = follower(request);
        follower.follow(StackOperation.READ, stack.id(), follower.bookmark(stack.id()), request.timeout());
    }

    private OperationFollower follower(StackRequest request) {
        return new OperationFollower(reader, clients.clock(), clients.sleeper(), request.listener());
    }

    private static void expect(String wanted, StackOperation operation, Ending ending) {
        StackSnapshot stack = ending.stack();
        if (!stack.status().equals(wanted)) {
            Diagnosis diagnosis = Diagnosis.of(ending.events());
            String message = "%s of stack %s (%s) ended as %s. %s"
                    .formatted(operation, stack.name(), stack.id(), stack.status(), diagnosis.explain());
            throw failure(message, operation, stack, diagnosis);
        }
    }

    private StackOperationException stuck(StackOperation operation, StackSnapshot stack) {
        Diagnosis diagnosis = Diagnosis.of(reader.eventsAfter(stack.id(), ""));
        String message =
                "Stack %s (%s) is %s, from which it cannot be deployed: destroy it first, or finish what left it so. %s"
                        .formatted(stack.name(), stack.id(), stack.status(), diagnosis.explain());
        return failure(message, operation, stack, diagnosis);
    }

    private static StackOperationException failure(
            String message, StackOperation operation, StackSnapshot stack, Diagnosis diagnosis) {
        return new StackOperationException(
                message,
                stack.id(),
                operation,
                diagnosis.resource().orElse(null),
                diagnosis.reason().orElse(null),
                null);
    }

    private static void refuseProtected(StackSnapshot stack) {
        if (stack.terminationProtected()) {
            throw new StackOperationException(
                    "Stack %s (%s) has termination protection: switch it off (UpdateTerminationProtection) if it really may go"
                            .formatted(stack.name(), stack.id()),
                    stack.id(),
                    StackOperation.DELETE,
                    null,
                    null,
                    null);
        }
    }

    private static StackBusyException busy(StackOperation operation, String stackName) {
        return new StackBusyException(
                "Stack %s never came to rest: others keep starting operations on it. Call again when they are done"
                        .formatted(stackName),
                stackName,
                operation);
    }
}
