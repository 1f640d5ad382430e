// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import io.github.dkpbootstrap.deploy.ChangeSetSnapshot;
import io.github.dkpbootstrap.deploy.PlannedStack;
import io.github.dkpbootstrap.deploy.StackSnapshot;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;

/**
 * What a deployment would change, found out by a change set and not by guessing. It is executed exactly as shown, or thrown
 * away; closing it throws it away if it was not executed.
 *
 * <pre>{@code
 * try (DkpPlan plan = DkpBootstrap.plan()) {
 *     System.out.println(plan.text());
 *     if (approved(plan)) {
 *         plan.execute();
 *     }
 * }
 * }</pre>
 *
 * <p>A plan that is neither executed nor closed leaves its change set in CloudFormation, which does no harm, and for a new
 * stack its shell in {@code REVIEW_IN_PROGRESS}. Thread-safe.
 */
public final class DkpPlan implements AutoCloseable {
    /** What kind of deployment it would be. */
    public enum Kind {
        /** The stack is made. */
        CREATE,
        /** The stack is changed. */
        UPDATE,
        /**
         * The stack never came to be and is deleted and made anew. CloudFormation makes no change set of that: the changes
         * are this library's own knowledge.
         */
        RECREATE,
        /** Nothing needs to be done. */
        NOTHING
    }

    private final BootstrapSpec spec;
    private final PlannedStack plan;
    private final Bootstrapper bootstrapper;
    private final AtomicBoolean settled = new AtomicBoolean();

    DkpPlan(BootstrapSpec spec, PlannedStack plan, Bootstrapper bootstrapper) {
        this.spec = spec;
        this.plan = plan;
        this.bootstrapper = bootstrapper;
    }

    /** Returns what kind of deployment it would be. */
    public Kind kind() {
        return switch (plan.decision()) {
            case CREATE -> Kind.CREATE;
            case UPDATE -> Kind.UPDATE;
            case RECREATE -> Kind.RECREATE;
            default -> Kind.NOTHING;
        };
    }

    /** Returns the name of the stack. */
    public String stackName() {
        return spec.stackName();
    }

    /** Returns the status of the stack before the plan was made; nothing where there was none. */
    public Optional<String> stackStatus() {
        return plan.stack().map(StackSnapshot::status);
    }

    /** Returns the ARN of the change set; nothing where none is needed or possible. */
    public Optional<String> changeSetId() {
        return plan.changeSet().map(ChangeSetSnapshot::id);
    }

    /** Returns what would happen to each resource. */
    public List<PlannedChange> changes() {
        return kind() == Kind.RECREATE
                ? PlannedChanges.ofWholeStack()
                : PlannedChanges.of(
                        plan.changeSet().map(ChangeSetSnapshot::changes).orElse(List.of()));
    }

    /**
     * Returns what would change of the stack itself, which CloudFormation does not tell: a line for each output and each tag,
     * such as {@code - output RoleArn}. Empty for a stack that is made.
     */
    public List<String> stackChanges() {
        return kind() == Kind.UPDATE
                ? plan.stack().map(stack -> StackChanges.of(spec, stack)).orElse(List.of())
                : List.of();
    }

    /** Returns what a reader should know: values that CloudFormation does not show, why a stack must be made anew. */
    public List<String> warnings() {
        return plan.warnings();
    }

    /** Returns the plan for a person to read, with the lines that change in each policy. Ends with a line feed. */
    public String text() {
        return PlanText.of(this);
    }

    /**
     * Does what the plan shows and follows it to its end.
     *
     * @throws PlanOutdatedException if the stack has changed since; nothing is changed then, and the plan is thrown away
     * @throws StackOperationException if the stack does not reach the wanted state
     * @throws IllegalStateException if the plan was executed or closed already
     */
    public DkpDeployment execute() {
        if (!settled.compareAndSet(false, true)) {
            throw new IllegalStateException("The plan for stack " + stackName() + " was executed or closed already");
        }
        try {
            return bootstrapper.execute(spec, plan);
        } catch (StackOperationException e) {
            if (wasRefused(e)) {
                discard();
            }
            throw e;
        }
    }

    /** Throws the plan away, unless it was executed. What fails in that is logged. Repeated calls do nothing. */
    @Override
    public void close() {
        if (settled.compareAndSet(false, true)) {
            discard();
        }
    }

    /** What AWS refused has had no effect, and a second attempt is another plan's. */
    private static boolean wasRefused(StackOperationException e) {
        return e instanceof PlanOutdatedException || e.getCause() instanceof CloudFormationException;
    }

    private void discard() {
        plan.changeSet().ifPresent(changeSet -> bootstrapper.discard(spec, plan, changeSet));
    }

    /** Returns the kind, the stack and the number of changes. */
    @Override
    public String toString() {
        return "DkpPlan{" + kind() + " of " + stackName() + ", " + changes().size() + " resources}";
    }
}
