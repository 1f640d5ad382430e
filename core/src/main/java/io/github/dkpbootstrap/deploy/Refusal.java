// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.deploy;

import io.github.dkpbootstrap.StackOperationException;
import java.util.function.Supplier;
import software.amazon.awssdk.services.cloudformation.model.AlreadyExistsException;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;

/** What CloudFormation says when it does not begin what it was asked for. */
final class Refusal {
    private Refusal() {}

    /**
     * Makes a call that begins an operation.
     *
     * @throws StateChangedException if the stack is in another status than it was found in
     * @throws StackOperationException if the call is refused for any other reason
     */
    static <R> R translated(StackOperation operation, String stack, Supplier<R> call) {
        try {
            return call.get();
        } catch (CloudFormationException e) {
            String reason = reason(e);
            if (tellsOfChange(e, reason)) {
                throw new StateChangedException(reason, e);
            }
            throw new StackOperationException(
                    "%s of stack %s was refused by CloudFormation: %s. %s"
                            .formatted(operation, stack, stripped(reason), Remedy.of(code(e) + ": " + reason)),
                    stack,
                    operation,
                    null,
                    reason,
                    e);
        }
    }

    static String reason(CloudFormationException e) {
        String message = e.awsErrorDetails() == null
                ? e.getMessage()
                : e.awsErrorDetails().errorMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }

    private static String code(CloudFormationException e) {
        return e.awsErrorDetails() == null
                ? ""
                : String.valueOf(e.awsErrorDetails().errorCode());
    }

    static String stripped(String reason) {
        return reason.endsWith(".") ? reason.substring(0, reason.length() - 1) : reason;
    }

    private static boolean tellsOfChange(CloudFormationException e, String reason) {
        return e instanceof AlreadyExistsException
                || reason.contains("already exists and cannot be created again")
                || reason.contains("state and can not be updated")
                || reason.contains("state and cannot be updated")
                || reason.matches("(?s)Stack\\b.*does not exist.*")
                || reason.contains("cannot be called from current stack status")
                || reason.contains("cannot be deleted while in status")
                || reason.matches("(?s).*\\bis in [A-Z_]+ state.*");
    }
}
