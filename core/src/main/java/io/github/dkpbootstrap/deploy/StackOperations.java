// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.deploy;

import io.github.dkpbootstrap.BootstrapClients;
import io.github.dkpbootstrap.StackOperationException;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;

/** The operations on one stack, each begun, followed to its end, and held against what its end should be. */
final class StackOperations {
    private static final Logger LOG = LoggerFactory.getLogger(StackOperations.class);

    private final StackRequest request;
    private final StackGuard guard;
    private final Deadline deadline;
    private final OwnWork ownWork;
    private final StackReader reader;
    private final StackWriter writer;
    private final ChangeSets changeSets;
    private final ChangeSetMaking making;
    private final Disposal disposal;
    private final OperationFollower follower;
    private final Announcer announcer;
    private final CauseFinder causes;

    StackOperations(StackRequest request, StackGuard guard, BootstrapClients clients, Deadline deadline) {
        OperationToken token = OperationToken.of(request);
        this.request = request;
        this.guard = guard;
        this.deadline = deadline;
        this.reader = StackReader.of(clients, request.stackName());
        this.writer = new StackWriter(clients, token, request.stackName());
        this.ownWork = new OwnWork(reader, token);
        this.changeSets = new ChangeSets(clients, token, request.stackName());
        this.announcer = new Announcer(request.listener());
        this.causes = new CauseFinder(reader);
        this.disposal = new Disposal(reader, changeSets, this::delete, clients.sleeper());
        this.making = new ChangeSetMaking(changeSets, deadline, causes, disposal);
        this.follower =
                new OperationFollower(reader, deadline, announcer, new GivingUp(writer, request.unfinishedUpdate()));
    }

    Deadline deadline() {
        return deadline;
    }

    OwnWork ownWork() {
        return ownWork;
    }

    StackReader reader() {
        return reader;
    }

    ChangeSets changeSets() {
        return changeSets;
    }

    Announcer announcer() {
        return announcer;
    }

    CauseFinder causes() {
        return causes;
    }

    Disposal disposal() {
        return disposal;
    }

    ChangeSetMaking making() {
        return making;
    }

    StackSnapshot create() {
        String stackId = writer.create(request);
        announcer.started(StackOperation.CREATE, request.stackName());
        return finished(
                Pursuit.ours(StackOperation.CREATE, stackId, StackHistory.ofNew(reader, stackId)), "CREATE_COMPLETE");
    }

    /** Makes a stack of which there is a shell: nothing but a change set can do that. */
    StackSnapshot createReviewed(StackSnapshot shell) {
        ChangeSetRequest create = ChangeSetRequest.builder()
                .kind(ChangeSetKind.CREATE)
                .stack(request.stackName())
                .templateBody(request.templateBody())
                .tags(request.tags())
                .build();
        return execute(StackOperation.CREATE, create, Optional.of(shell), "CREATE_COMPLETE");
    }

    /** Makes a change set and executes it at once. If it cannot be executed, it is thrown away. */
    StackSnapshot execute(
            StackOperation operation, ChangeSetRequest change, Optional<StackSnapshot> before, String wanted) {
        Pursuit pursuit = making.make(change, before, made -> {
            StackSnapshot stack = reader.find(made.stackId())
                    .orElseThrow(() -> new StateChangedException("The stack of the change set is gone", null));
            return begun(operation, stack, made);
        });
        announcer.started(operation, pursuit.stackId());
        return finished(pursuit, wanted);
    }

    /** Executes a change set that is made. */
    StackSnapshot execute(StackOperation operation, StackSnapshot stack, ChangeSetSnapshot changeSet, String wanted) {
        Pursuit pursuit = begun(operation, stack, changeSet);
        announcer.started(operation, stack.id());
        return finished(pursuit, wanted);
    }

    /** An execution whose answer was lost may be refused when it is repeated: the stack's history knows better. */
    private Pursuit begun(StackOperation operation, StackSnapshot stack, ChangeSetSnapshot changeSet) {
        StackHistory history = StackHistory.fromNow(reader, stack.id());
        String execution = changeSets.newExecution();
        try {
            changeSets.execute(operation, changeSet, execution);
        } catch (StackOperationException | StateChangedException e) {
            if (!ownWork.hasBegun(stack, execution)) {
                throw e;
            }
        }
        return Pursuit.ours(operation, stack.id(), history);
    }

    /** Updates the stack, or returns it as it is where CloudFormation finds nothing to change. */
    Deployed update(StackSnapshot stack) {
        StackHistory history = StackHistory.fromNow(reader, stack.id());
        if (!writer.update(request, stack)) {
            return new Deployed(StackOperation.READ, stack);
        }
        announcer.started(StackOperation.UPDATE, stack.id());
        return new Deployed(
                StackOperation.UPDATE,
                finished(Pursuit.ours(StackOperation.UPDATE, stack.id(), history), "UPDATE_COMPLETE"));
    }

    /** Deletes the stack; returns how that ended, well or not. */
    Ending delete(StackSnapshot stack) {
        StackHistory history = StackHistory.fromNow(reader, stack.id());
        writer.delete(stack);
        announcer.started(StackOperation.DELETE, stack.id());
        return follow(Pursuit.ours(StackOperation.DELETE, stack.id(), history));
    }

    /** Rolls a failed update back; returns how that ended, well or not. */
    Ending rollBack(StackSnapshot stack) {
        return rolledBack(stack, writer::rollBack);
    }

    /** Continues a failed rollback; returns how that ended, well or not. */
    Ending continueRollback(StackSnapshot stack, Collection<String> skipped) {
        return rolledBack(stack, failed -> writer.continueRollback(failed, skipped));
    }

    /** Follows an operation that an earlier process of this deployment began. */
    StackSnapshot resume(StackOperation operation, StackSnapshot stack, String wanted) {
        announcer.started(operation, stack.id());
        StackHistory history = StackHistory.ofOperationInFlight(reader, stack.id());
        return finished(Pursuit.ours(operation, stack.id(), history), wanted);
    }

    /** Waits for the end of what is in flight, ours or not; returns how it ended, well or not. */
    Ending await(StackSnapshot stack) {
        Optional<StackOperation> ours = ownWork.inFlight(stack);
        announcer.started(ours.orElse(StackOperation.READ), stack.id());
        StackHistory history = StackHistory.fromNow(reader, stack.id());
        return follow(ours.map(operation -> Pursuit.ours(operation, stack.id(), history))
                .orElseGet(() -> Pursuit.foreign(stack.id(), history)));
    }

    private Ending rolledBack(StackSnapshot stack, Consumer<StackSnapshot> call) {
        StackHistory history = StackHistory.fromNow(reader, stack.id());
        call.accept(stack);
        announcer.started(StackOperation.ROLLBACK, stack.id());
        return follow(Pursuit.ours(StackOperation.ROLLBACK, stack.id(), history));
    }

    private StackSnapshot finished(Pursuit pursuit, String wanted) {
        Ending ending = follow(pursuit);
        if (!ending.stack().status().equals(wanted)) {
            throw StackFailures.ended(pursuit.operation(), ending.stack(), withOwner(causes.of(ending)));
        }
        return ending.stack();
    }

    /** AWS says that a name is taken, and not by whom. */
    private Diagnosis withOwner(Diagnosis diagnosis) {
        if (diagnosis.reason().filter(Remedy::isOfTakenName).isEmpty()) {
            return diagnosis;
        }
        try {
            return guard.collision().map(diagnosis::with).orElse(diagnosis);
        } catch (SdkException e) {
            LOG.warn("Who has the name could not be read: {}", e.getMessage());
            return diagnosis;
        }
    }

    private Ending follow(Pursuit pursuit) {
        Ending ending = follower.follow(pursuit);
        if (ending.stack().status().equals(StackStatuses.DELETE_COMPLETE)) {
            guard.afterDeletion();
        }
        announcer.ended(pursuit.operation(), ending.stack());
        return ending;
    }
}
