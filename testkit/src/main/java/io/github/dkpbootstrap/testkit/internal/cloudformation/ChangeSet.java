// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.cloudformation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A change set: what its caller wants a stack to be, and what that would change. */
final class ChangeSet {
    private static final String AVAILABLE = "AVAILABLE";

    private final String id;
    private final Stack stack;
    private final ChangeSetRequest request;
    private final StackSettings settings;
    private final OperationEntry operation;
    private String status = "CREATE_PENDING";
    private Optional<String> reason = Optional.empty();
    private String executionStatus = "UNAVAILABLE";
    private List<ResourceChange> changes = List.of();
    private Map<String, String> imports = Map.of();
    private boolean outdated;

    ChangeSet(String id, Stack stack, ChangeSetRequest request, StackSettings settings, OperationEntry operation) {
        this.id = id;
        this.stack = stack;
        this.request = request;
        this.settings = settings;
        this.operation = operation;
    }

    String id() {
        return id;
    }

    Stack stack() {
        return stack;
    }

    ChangeSetRequest request() {
        return request;
    }

    StackSettings settings() {
        return settings;
    }

    Instant created() {
        return operation.started();
    }

    /** Returns the operation of its creation. */
    OperationEntry operation() {
        return operation;
    }

    String status() {
        return status;
    }

    Optional<String> reason() {
        return reason;
    }

    String executionStatus() {
        return executionStatus;
    }

    List<ResourceChange> changes() {
        return changes;
    }

    /** Returns the physical ids of what an execution imports, by logical id. */
    Map<String, String> imports() {
        return imports;
    }

    boolean isCreated() {
        return status.equals("CREATE_COMPLETE");
    }

    boolean isExecutable() {
        return executionStatus.equals(AVAILABLE);
    }

    boolean isUnderWay() {
        return status.equals("CREATE_PENDING") || status.equals("CREATE_IN_PROGRESS");
    }

    boolean isExecuting() {
        return executionStatus.equals("EXECUTE_IN_PROGRESS");
    }

    boolean isExecuted() {
        return executionStatus.equals("EXECUTE_COMPLETE");
    }

    /** Returns whether nothing more can come of it, so that another may have its name. */
    boolean isSpent() {
        return executionStatus.equals("OBSOLETE") || executionStatus.startsWith("EXECUTE_");
    }

    void progress() {
        status = "CREATE_IN_PROGRESS";
    }

    void complete(List<ResourceChange> changes, Map<String, String> imports) {
        this.status = "CREATE_COMPLETE";
        this.executionStatus = outdated ? "OBSOLETE" : AVAILABLE;
        this.changes = List.copyOf(changes);
        this.imports = Map.copyOf(imports);
    }

    void fail(String reason) {
        this.status = "FAILED";
        this.reason = Optional.of(reason);
    }

    void execute() {
        executionStatus = "EXECUTE_IN_PROGRESS";
    }

    void executed(String stackStatus) {
        boolean done =
                List.of("CREATE_COMPLETE", "UPDATE_COMPLETE", "IMPORT_COMPLETE").contains(stackStatus);
        executionStatus = done ? "EXECUTE_COMPLETE" : "EXECUTE_FAILED";
    }

    /** Returns whether the stack went another way. */
    boolean isOutdated() {
        return outdated;
    }

    /** Notes that the stack goes another way. */
    void outdate() {
        outdated = true;
        if (isExecutable()) {
            executionStatus = "OBSOLETE";
        }
    }
}
