// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.deploy;

import io.github.dkpbootstrap.StackOperationException;
import io.github.dkpbootstrap.StuckRollback;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings a stack whose update failed, or whose rollback did, to where it can be updated. Never deletes it. */
final class Repair {
    private static final Logger LOG = LoggerFactory.getLogger(Repair.class);

    private final StackRequest request;
    private final StackOperations operations;
    private final StackGuard guard;
    private int continued;

    Repair(StackRequest request, StackOperations operations, StackGuard guard) {
        this.request = request;
        this.operations = operations;
        this.guard = guard;
    }

    /**
     * Rolls back an update that stands where it failed. If that fails in turn, the next look finds out.
     *
     * @throws StackOperationException if the stack is of something else
     */
    void rollBack(StackSnapshot stack) {
        guard.beforeRepair(StackOperation.ROLLBACK, stack);
        log(stack, "is rolled back");
        operations.rollBack(stack);
    }

    /**
     * Continues a rollback, once as it is, and once more without what fails if the spec says so.
     *
     * @throws StackOperationException if neither helps
     */
    void continueRollback(StackSnapshot stack) {
        guard.beforeRepair(StackOperation.ROLLBACK, stack);
        List<String> skipped = continued == 0 ? List.of() : failed(stack);
        boolean mayContinue = continued == 0 || (continued == 1 && !skipped.isEmpty() && maySkip());
        if (!mayContinue) {
            throw StackFailures.stuck(
                    StackOperation.ROLLBACK,
                    stack,
                    WayOut.of(stack.status()),
                    operations.causes().of(stack));
        }
        continued++;
        log(stack, skipped.isEmpty() ? "its rollback is continued" : "its rollback is continued without " + skipped);
        operations.continueRollback(stack, skipped);
    }

    private boolean maySkip() {
        return request.stuckRollback() == StuckRollback.SKIP_FAILED_RESOURCES;
    }

    /** AWS lets no resource be skipped whose rollback was merely cancelled because another failed. */
    private List<String> failed(StackSnapshot stack) {
        List<String> culprits = operations.causes().stuckResources(stack);
        return operations.reader().resources(stack.id()).all().stream()
                .filter(resource -> resource.status().equals("UPDATE_FAILED"))
                .map(ResourceSnapshot::logicalId)
                .filter(resource -> culprits.isEmpty() || culprits.contains(resource))
                .toList();
    }

    private void log(StackSnapshot stack, String what) {
        LOG.info(
                "Stack {} is {} and {}. It had failed: {}",
                stack.id(),
                stack.status(),
                what,
                operations.causes().of(stack).explain());
    }
}
