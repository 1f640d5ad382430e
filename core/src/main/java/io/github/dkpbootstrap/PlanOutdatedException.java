// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import io.github.dkpbootstrap.deploy.StackOperation;
import org.jspecify.annotations.Nullable;

/** The stack has changed since the plan was made, so that it can no longer be executed as shown; nothing was changed. */
public final class PlanOutdatedException extends StackOperationException {
    private static final long serialVersionUID = 1L;

    /** Creates the exception; {@code reason} is AWS's. */
    public PlanOutdatedException(String stack, String reason, @Nullable Throwable cause) {
        super(
                "The plan for stack %s cannot be executed as it was shown: %s. Make a new plan"
                        .formatted(stack, reason),
                stack,
                StackOperation.PLAN,
                null,
                reason,
                cause);
    }
}
