// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.deploy;

import io.github.dkpbootstrap.BootstrapClients;
import io.github.dkpbootstrap.StackOperationException;
import java.util.Collection;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;

/** The operations on one stack, each begun, followed to its end, and held against what its end should be. */
final class StackOperations {
    private static final Logger LOG = LoggerFactory.getLogger(StackOperations.class);

    private final StackRequest request;
    private final StackGuard guard;
    private final StackReader reader;
    private final StackWriter writer;
    private final ChangeSets changeSets;
    private final ChangeSetMaking making;
    private final OperationFollower follower;
    private final Announcer announcer;
    private final CauseFinder causes;

    StackOperations(StackRequest request, StackGuard guard, BootstrapClients clients, Deadline deadline) {
        OperationToken token = OperationToken.of(request);
        this.request = request;
        this.guard = guard;
        this.reader = StackReader.of(clients, request.stackName());
        this.writer = new StackWriter(clients, token, request.stackName());
        this.changeSets = new ChangeSets(clients, token, request.stackName());
        this.announcer = new Announcer(request.listener());
        this.causes = new CauseFinder(reader);
        this.making = new ChangeSetMaking(changeSets, deadline, causes);
        this.follower =
                new OperationFollower(reader, deadline, announcer, new GivingUp(writer, request.unfinishedUpdate()));
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

    ChangeSetMaking making() {
        return making;
    }

    StackSnapshot create() {
        announcer.started(StackOperation.CREATE, request.stackName());
        String stackId = writer.create(request);
        return finished(
                Pursuit.ours(StackOperation.CREATE, stackId, StackHistory.ofNew(reader, stackId)), "CREATE_COMPLETE");
    }

    /** Makes a stack of which there is a shell: nothing but a change set can do that. */
    StackSnapshot createReviewed(StackSnapshot shell) {
        ChangeSetSnapshot made = making.make(ChangeSetRequest.builder()
                .kind(ChangeSetKind.CREATE)
                .stack(request.stackName())
                .templateBody(request.templateBody())
                .tags(request.tags())
                .build());
        return execute(StackOperation.CREATE, shell, made, "CREATE_COMPLETE");
    }

    /** Executes a change set that is made. */
    StackSnapshot execute(StackOperation operation, StackSnapshot stack, ChangeSetSnapshot changeSet, String wanted) {
        announcer.started(operation, stack.id());
        return finished(Pursuit.ours(operation, stack.id(), begun(operation, stack, changeSet)), wanted);
    }

    /** Begins to execute a change set; if that is refused, the change set is thrown away, for nobody else will. */
    private StackHistory begun(StackOperation operation, StackSnapshot stack, ChangeSetSnapshot changeSet) {
        try {
            StackHistory history = StackHistory.fromNow(reader, stack.id());
            changeSets.execute(operation, changeSet);
            return history;
        } catch (SdkException | StackOperationException | StateChangedException e) {
            changeSets.throwAway(changeSet.id());
            throw e;
        }
    }

    /** Updates the stack, or returns it as it is where CloudFormation finds nothing to change. */
    Deployed update(StackSnapshot stack) {
        StackHistory history = StackHistory.fromNow(reader, stack.id());
        announcer.started(StackOperation.UPDATE, stack.id());
        if (!writer.update(request, stack)) {
            announcer.ended(StackOperation.UPDATE, stack);
            return new Deployed(StackOperation.READ, stack);
        }
        return new Deployed(
                StackOperation.UPDATE,
                finished(Pursuit.ours(StackOperation.UPDATE, stack.id(), history), "UPDATE_COMPLETE"));
    }

    /** Deletes the stack; returns how that ended, well or not. */
    Ending delete(StackSnapshot stack) {
        StackHistory history = StackHistory.fromNow(reader, stack.id());
        announcer.started(StackOperation.DELETE, stack.id());
        writer.delete(stack);
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

    /** Waits for the end of what others do. */
    Ending await(StackSnapshot stack) {
        announcer.started(StackOperation.READ, stack.id());
        return follow(Pursuit.foreign(stack.id(), StackHistory.fromNow(reader, stack.id())));
    }

    private Ending rolledBack(StackSnapshot stack, Consumer<StackSnapshot> call) {
        StackHistory history = StackHistory.fromNow(reader, stack.id());
        announcer.started(StackOperation.ROLLBACK, stack.id());
        call.accept(stack);
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
        announcer.ended(pursuit.operation(), ending.stack());
        return ending;
    }
}
