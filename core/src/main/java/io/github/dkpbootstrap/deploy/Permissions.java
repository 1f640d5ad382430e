// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.deploy;

import io.github.dkpbootstrap.StackOperationException;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** Says which permission a verb lacks, where AWS has refused one of its reads. */
public final class Permissions {
    private Permissions() {}

    /** Returns the exception to throw: one that says what to do where a permission is missing, else the same. */
    public static RuntimeException explained(String stack, AwsServiceException e) {
        if (!AwsCalls.isDenied(e)) {
            return e;
        }
        String reason = e.awsErrorDetails() == null
                ? String.valueOf(e.getMessage())
                : String.valueOf(e.awsErrorDetails().errorMessage());
        return new StackOperationException(
                "Stack %s cannot be worked on: %s. %s".formatted(stack, Refusal.stripped(reason), Remedy.of(reason)),
                stack,
                StackOperation.READ,
                null,
                reason,
                e);
    }
}
