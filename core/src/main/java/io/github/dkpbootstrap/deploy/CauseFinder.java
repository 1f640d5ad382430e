// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.deploy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Finds why an operation failed. DescribeEvents knows most, early validation included, and may be forbidden or unknown
 * where the stack is: then the stack's events must do. Nothing that fails here hides the failure that is explained.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DescribeEvents.html">
 *     DescribeEvents</a>
 */
final class CauseFinder {
    private static final Logger LOG = LoggerFactory.getLogger(CauseFinder.class);

    private final StackReader reader;

    CauseFinder(StackReader reader) {
        this.reader = reader;
    }

    /** Explains an operation that was followed to its end. */
    Diagnosis of(Ending ending) {
        return best(ending.stack(), diagnosed(ending.stack(), ending.events()));
    }

    /** Explains the last operation of a stack, as it stands in its history. */
    Diagnosis of(StackSnapshot stack) {
        return best(stack, diagnosed(stack, history(stack.id())));
    }

    /** Returns the logical ids of what keeps a rollback from ending; empty where the events may not be read. */
    List<String> stuckResources(StackSnapshot stack) {
        return Diagnosis.stuckResources(history(stack.id()));
    }

    /** Explains a change set that could not be made. */
    Diagnosis ofChangeSet(ChangeSetSnapshot changeSet) {
        StackEvent itself = StackEvent.builder()
                .id(changeSet.id())
                .time(Instant.EPOCH)
                .logicalId("The change set")
                .resourceType("AWS::CloudFormation::Stack")
                .status(changeSet.status().equals("FAILED") ? "CHANGE_SET_FAILED" : changeSet.status())
                .reason(changeSet.reason())
                .build();
        Diagnosis coarse = Diagnosis.of(List.of(itself));
        return asked("the change set " + changeSet.id(), () -> reader.failuresOfChangeSet(changeSet.id()))
                .orElse(coarse);
    }

    private static Diagnosis diagnosed(StackSnapshot stack, List<StackEvent> events) {
        return stack.status().endsWith("ROLLBACK_FAILED") ? Diagnosis.ofRollback(events) : Diagnosis.of(events);
    }

    private Diagnosis best(StackSnapshot stack, Diagnosis ofEvents) {
        if (ofEvents.isExact()) {
            return ofEvents;
        }
        return blamed(stack)
                .flatMap(operation -> asked("the operation " + operation.id(), () -> reader.failures(operation)))
                .orElse(ofEvents);
    }

    /** The failures lie in the operation that was asked for, not in the rollback that it led to, unless that failed too. */
    private static Optional<OperationId> blamed(StackSnapshot stack) {
        List<OperationId> operations = stack.operations();
        boolean rollbackFailed = stack.status().endsWith("ROLLBACK_FAILED");
        return operations.stream()
                .filter(operation -> operation.isRollback() == rollbackFailed)
                .findFirst()
                .or(() -> operations.stream().findFirst());
    }

    private static Optional<Diagnosis> asked(String what, Supplier<List<StackEvent>> events) {
        try {
            return Optional.of(Diagnosis.of(events.get())).filter(Diagnosis::isExact);
        } catch (SdkException e) {
            LOG.warn(
                    "What failed in {} could not be read (cloudformation:DescribeEvents), so that its cause may stay unknown: {}",
                    what,
                    e.getMessage());
            return Optional.empty();
        }
    }

    private List<StackEvent> history(String stackId) {
        try {
            return StackHistory.lastOperation(reader, stackId);
        } catch (SdkException e) {
            LOG.warn(
                    "The events of {} could not be read (cloudformation:DescribeStackEvents), so that its cause may stay unknown: {}",
                    stackId,
                    e.getMessage());
            return List.of();
        }
    }
}
