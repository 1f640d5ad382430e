// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.ec2;

import io.github.dkpbootstrap.BootstrapException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The instance profile could not be put on an instance. AWS's own error, where there is one, is the cause. */
public final class InstanceProfileException extends BootstrapException {
    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** The request itself contradicts: it names another profile, or allows IMDSv1. Nothing was sent. */
        CONTRADICTION,
        /** The instance has another profile, and replacing it was not asked for. Nothing was changed. */
        OTHER_PROFILE,
        /** A permission is missing; the message names those that are needed. */
        NOT_AUTHORIZED,
        /** EC2 still did not know the profile at the end of the budget, or does not show it as associated. */
        BUDGET_SPENT,
        /** EC2 refused for a reason of its own, such as a state of the instance or a lack of capacity. */
        REFUSED,
        /** The thread was interrupted. */
        INTERRUPTED
    }

    private final Reason reason;
    private final @Nullable String awsCode;

    InstanceProfileException(Reason reason, String message, @Nullable String awsCode, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
        this.awsCode = awsCode;
    }

    /** Returns why. */
    public Reason reason() {
        return reason;
    }

    /** Returns EC2's error code, such as {@code InsufficientInstanceCapacity}, if EC2 gave one. */
    public Optional<String> awsCode() {
        return Optional.ofNullable(awsCode);
    }
}
