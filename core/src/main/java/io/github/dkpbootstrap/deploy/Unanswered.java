// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.deploy;

import io.github.dkpbootstrap.StackOperationException;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** Says what to do where AWS could not be asked: a permission is missing, or a fault that should pass did not. */
public final class Unanswered {
    private Unanswered() {}

    /** Returns the exception to throw: one that says what to do where that is known, else the same. */
    public static RuntimeException explained(String stack, SdkException e) {
        if (e instanceof AwsServiceException service && AwsCalls.isDenied(e)) {
            return denied(stack, service);
        }
        return PassingFault.is(e) ? lasting(stack, e) : e;
    }

    private static StackOperationException lasting(String stack, SdkException e) {
        String reason = String.valueOf(e.getMessage());
        String advice = e instanceof AwsServiceException service
                        && service.awsErrorDetails() != null
                        && service.awsErrorDetails().errorCode() != null
                ? Remedy.known(reason).orElse("AWS itself fails: wait some minutes, then call again")
                : "Something between here and AWS fails, or answers in its place, such as a proxy or a sign-in page: look at the network, then call again";
        return new StackOperationException(
                "AWS could not be asked about stack %s, although the call was repeated for half a minute: %s. %s. What AWS had begun goes on"
                        .formatted(stack, Refusal.stripped(reason), advice),
                stack,
                StackOperation.READ,
                null,
                reason,
                e);
    }

    private static StackOperationException denied(String stack, AwsServiceException e) {
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
