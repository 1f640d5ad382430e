// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.deploy;

import io.github.dkpbootstrap.StackBusyException;
import io.github.dkpbootstrap.StackOperationException;

/** The exceptions of the deployer, each with what, where, AWS's reason and what to do. */
final class StackFailures {
    private StackFailures() {}

    /** An operation of ours ended otherwise than it should. */
    static StackOperationException ended(StackOperation operation, StackSnapshot stack, Diagnosis diagnosis) {
        boolean stuck = stack.status().endsWith("_FAILED");
        String told = stuck ? diagnosis.explainBefore(WayOut.of(stack.status())) : diagnosis.explain();
        return failure(
                "%s of stack %s (%s) ended as %s. %s"
                        .formatted(operation, stack.name(), stack.id(), stack.status(), told),
                operation,
                stack,
                diagnosis);
    }

    /** A stack is in a status from which this library does not go on by itself. */
    static StackOperationException stuck(
            StackOperation operation, StackSnapshot stack, String wayOut, Diagnosis diagnosis) {
        return failure(
                "Stack %s (%s) is %s, and is left as it is. %s"
                        .formatted(stack.name(), stack.id(), stack.status(), diagnosis.explainBefore(wayOut)),
                operation,
                stack,
                diagnosis);
    }

    static StackOperationException isProtected(StackSnapshot stack) {
        return new StackOperationException(
                "Stack %s (%s) is %s and has termination protection: switch it off (UpdateTerminationProtection) if it really may go"
                        .formatted(stack.name(), stack.id(), stack.status()),
                stack.id(),
                StackOperation.DELETE,
                null,
                null,
                null);
    }

    static StackBusyException restless(StackOperation operation, String stackName, String lastSeen) {
        return new StackBusyException(
                "%s of stack %s could not begin within the time that the spec allows: %s. Call again when the stack is at rest"
                        .formatted(operation, stackName, Refusal.stripped(lastSeen)),
                stackName,
                operation);
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
}
