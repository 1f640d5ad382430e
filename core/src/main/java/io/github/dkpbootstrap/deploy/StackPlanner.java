// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.deploy;

import io.github.dkpbootstrap.BootstrapClients;
import io.github.dkpbootstrap.PlanOutdatedException;
import io.github.dkpbootstrap.StackOperationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetNotFoundException;
import software.amazon.awssdk.services.cloudformation.model.InvalidChangeSetStatusException;

/**
 * Finds out by a change set what a deployment would do, and does just that, or throws it away. One planner serves one call.
 * Not thread-safe; calls block.
 */
public final class StackPlanner {
    private final StackRequest request;
    private final StackGuard guard;
    private final StackOperations operations;

    private StackPlanner(StackRequest request, StackGuard guard, StackOperations operations) {
        this.request = request;
        this.guard = guard;
        this.operations = operations;
    }

    /** Returns a planner; its time runs from now on. */
    public static StackPlanner of(StackRequest request, StackGuard guard, BootstrapClients clients) {
        Deadline deadline = Deadline.in(request.timeout(), clients.clock(), clients.sleeper());
        return new StackPlanner(request, guard, new StackOperations(request, guard, clients, deadline));
    }

    /**
     * Makes the plan. For a stack that is not there CloudFormation makes its shell, in {@code REVIEW_IN_PROGRESS}.
     *
     * @throws StackOperationException if no plan can be made, with the reason
     */
    public PlannedStack plan() {
        Rounds rounds = new Rounds(operations.reader(), operations.deadline(), request.stackName(), StackGoal.PLAN);
        return operations.announcer().toTheEnd(() -> rounds.until(StackOperation.PLAN, this::round));
    }

    /**
     * Executes the change set of a plan and follows it to its end.
     *
     * @throws PlanOutdatedException if the stack has changed since the plan was made
     * @throws StackOperationException if the stack did not reach the wanted state
     */
    public Deployed execute(PlannedStack plan, ChangeSetSnapshot changeSet) {
        return operations.announcer().toTheEnd(() -> executed(plan, changeSet));
    }

    private Deployed executed(PlannedStack plan, ChangeSetSnapshot changeSet) {
        boolean creates = plan.decision() == StackDecision.CREATE;
        StackOperation operation = creates ? StackOperation.CREATE : StackOperation.UPDATE;
        try {
            StackSnapshot stack = operations
                    .reader()
                    .find(changeSet.stackId())
                    .orElseThrow(() -> outdated("the stack is gone", null));
            return new Deployed(operation, operations.execute(operation, stack, changeSet, operation + "_COMPLETE"));
        } catch (StateChangedException e) {
            throw outdated(String.valueOf(e.getMessage()), e);
        } catch (StackOperationException e) {
            if (e.getCause() instanceof InvalidChangeSetStatusException
                    || e.getCause() instanceof ChangeSetNotFoundException) {
                throw outdated(e.reason().orElseGet(() -> String.valueOf(e.getMessage())), e);
            }
            throw e;
        }
    }

    /**
     * Throws a plan away: its change set, and the shell of a stack that was made for it, unless others use that by now.
     * What fails is logged: an unused change set does no harm.
     */
    public void discard(PlannedStack plan, ChangeSetSnapshot changeSet) {
        operations.disposal().dispose(changeSet.id(), changeSet.stackId(), plan.stack());
    }

    /** Returns the failure of a plan that no longer fits the stack. */
    public PlanOutdatedException outdated(String reason, @Nullable Throwable cause) {
        return new PlanOutdatedException(request.stackName(), reason, cause);
    }

    private Optional<PlannedStack> round(Rounds.Round round) {
        switch (round.decision()) {
            case CREATE -> {
                guard.beforeCreate();
                return Optional.of(changeSet(StackDecision.CREATE, ChangeSetKind.CREATE, round, request.stackName()));
            }
            case UPDATE -> {
                return Optional.of(update(round));
            }
            case RECREATE -> {
                guard.beforeRepair(StackOperation.PLAN, round.existing());
                guard.beforeCreate();
                return Optional.of(recreation(round.existing()));
            }
            case WAIT -> operations.await(round.existing());
            default ->
                throw StackFailures.stuck(
                        StackOperation.PLAN,
                        round.existing(),
                        WayOut.of(round.existing().status()),
                        operations.causes().of(round.existing()));
        }
        return Optional.empty();
    }

    private PlannedStack recreation(StackSnapshot stack) {
        List<String> warnings = new ArrayList<>();
        warnings.add(operations.causes().of(stack).explain());
        if (stack.terminationProtected()) {
            warnings.add("The stack has termination protection and cannot be deleted until that is switched off");
        }
        return new PlannedStack(StackDecision.RECREATE, Optional.of(stack), Optional.empty(), warnings);
    }

    private PlannedStack update(Rounds.Round round) {
        StackSnapshot stack = round.existing();
        String deployed = operations.reader().template(stack.id());
        guard.beforeUpdate(StackOperation.PLAN, stack, deployed);
        if (guard.isUnchanged(stack, deployed)) {
            return PlannedStack.nothing(stack);
        }
        PlannedStack plan = changeSet(StackDecision.UPDATE, ChangeSetKind.UPDATE, round, stack.id());
        if (plan.changeSet().filter(ChangeSetSnapshot::isEmpty).isEmpty()) {
            return plan;
        }
        plan.changeSet().ifPresent(empty -> discard(plan, empty));
        return PlannedStack.nothing(stack);
    }

    private PlannedStack changeSet(StackDecision decision, ChangeSetKind kind, Rounds.Round round, String stack) {
        ChangeSetRequest change = ChangeSetRequest.builder()
                .kind(kind)
                .stack(stack)
                .templateBody(request.templateBody())
                .tags(request.tags())
                .build();
        FullChangeSet full = operations
                .making()
                .make(change, round.stack(), made -> FullChangeSet.of(made, operations.changeSets()));
        return new PlannedStack(decision, round.stack(), Optional.of(full.changeSet()), full.warnings());
    }
}
