// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.deploy;

import io.github.dkpbootstrap.BootstrapClients;
import io.github.dkpbootstrap.StackOperationException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.cloudformation.model.ResourceChange;

/**
 * What CloudFormation does about drift of one stack: it detects what it sees, and reverts that by a change set. Serves one
 * call of a verb. Not thread-safe; calls block.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/drift-aware-change-sets.html">Drift-aware
 *     change sets</a>
 */
public final class DriftOperations {
    private static final Logger LOG = LoggerFactory.getLogger(DriftOperations.class);

    private final StackRequest request;
    private final StackGuard guard;
    private final StackOperations operations;
    private final DriftDetection detection;

    private DriftOperations(StackRequest request, StackGuard guard, BootstrapClients clients) {
        Deadline deadline = Deadline.in(request.timeout(), clients.clock(), clients.sleeper());
        this.request = request;
        this.guard = guard;
        this.operations = new StackOperations(request, guard, clients, deadline);
        this.detection = new DriftDetection(clients, request.stackName(), deadline);
    }

    /** Returns the operations for one call of a verb; its time runs from now on. */
    public static DriftOperations of(StackRequest request, StackGuard guard, BootstrapClients clients) {
        return new DriftOperations(request, guard, clients);
    }

    /**
     * Returns the stack as it is now.
     *
     * @throws StackOperationException if there is none, or only the shell of one
     */
    public StackSnapshot existing() {
        return operations
                .reader()
                .find(request.stackName())
                .filter(stack -> !isNone(stack))
                .orElseThrow(this::absent);
    }

    /**
     * Returns the stack as it is once nothing is in flight, and it may be written to.
     *
     * @throws StackOperationException if there is none, it is of something else, or in a status that must be mended first
     */
    public StackSnapshot settled() {
        return atRest(Function.identity());
    }

    /** Lets CloudFormation look for drift. What it refuses is a warning in the answer. */
    public DetectedDrift detect(StackSnapshot stack) {
        return detection.of(stack.id());
    }

    /** Waits two seconds, if the time that the spec allows is not over; returns whether it was not. */
    public boolean pause(StackSnapshot stack) {
        return detection.pause(stack.id());
    }

    /**
     * Lets CloudFormation bring back what it sees to differ, to what the stack's own template says.
     *
     * @param allowed asked of each change; one that is not allowed keeps the change set from being executed
     * @return the changes that were not allowed; empty where CloudFormation did all, or saw nothing to do
     * @throws StackOperationException if the change set cannot be made, or its execution fails
     */
    public List<ResourceChange> revert(Predicate<ResourceChange> allowed) {
        return atRest(stack -> revertNow(stack, allowed));
    }

    private List<ResourceChange> revertNow(StackSnapshot stack, Predicate<ResourceChange> allowed) {
        ChangeSetRequest revert = ChangeSetRequest.builder()
                .kind(ChangeSetKind.REVERT_DRIFT)
                .stack(stack.id())
                .keptParameters(stack.parameters())
                .build();
        ChangeSetSnapshot made = operations.making().make(revert, Optional.of(stack), Function.identity());
        List<ResourceChange> refused =
                made.changes().stream().filter(allowed.negate()).toList();
        if (made.isEmpty() || made.changes().isEmpty() || !refused.isEmpty()) {
            operations.disposal().dispose(made.id(), stack.id(), Optional.of(stack));
            return refused;
        }
        try {
            operations.execute(StackOperation.UPDATE, stack, made, "UPDATE_COMPLETE");
            return List.of();
        } catch (StateChangedException e) {
            operations.disposal().dispose(made.id(), stack.id(), Optional.of(stack));
            throw e;
        }
    }

    private <T> T atRest(Function<StackSnapshot, T> act) {
        Rounds rounds = new Rounds(operations.reader(), operations.deadline(), request.stackName(), StackGoal.PLAN);
        return operations
                .announcer()
                .toTheEnd(() -> rounds.until(StackOperation.UPDATE, round -> {
                    StackSnapshot stack =
                            round.stack().filter(found -> !isNone(found)).orElseThrow(this::absent);
                    return atRest(round.decision(), stack, act);
                }));
    }

    private <T> Optional<T> atRest(StackDecision decision, StackSnapshot stack, Function<StackSnapshot, T> act) {
        switch (decision) {
            case UPDATE -> {
                guard.beforeRepair(StackOperation.UPDATE, stack);
                return Optional.of(act.apply(stack));
            }
            case WAIT -> {
                LOG.info("Stack {} is {}: waiting for that operation to end", stack.id(), stack.status());
                operations.await(stack);
                return Optional.empty();
            }
            default ->
                throw StackFailures.stuck(
                        StackOperation.UPDATE,
                        stack,
                        WayOut.of(stack.status()),
                        operations.causes().of(stack));
        }
    }

    private static boolean isNone(StackSnapshot stack) {
        return stack.status().equals(StackStatuses.REVIEW_IN_PROGRESS)
                || stack.status().equals(StackStatuses.DELETE_COMPLETE);
    }

    private StackOperationException absent() {
        return new StackOperationException(
                "There is no stack %s that could differ from its template: deploy() makes it"
                        .formatted(request.stackName()),
                request.stackName(),
                StackOperation.DRIFT,
                null,
                null,
                null);
    }
}
