// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkClientException;

/**
 * The base of every exception of this module. It is one of the SDK's own because it reaches the callers of SDK clients,
 * which pass on what a credentials provider throws. Never retryable, and never with a secret in its message.
 */
public abstract sealed class SessionException extends SdkClientException
        permits InvalidCredentialsException,
                InvalidSessionException,
                SessionClosedException,
                UnableToAssumeRoleException,
                UnableToResolveRegionException,
                UnexpectedIdentityException {
    private static final long serialVersionUID = 1L;

    private final String text;

    SessionException(String message, @Nullable Throwable cause) {
        super(SdkClientException.builder().message(message).cause(cause));
        text = message;
    }

    /** Returns the message as it was given. */
    final String text() {
        return text;
    }

    /** Returns the same failure with the stack of the calling thread, for a failure that many threads share. */
    abstract SessionException again();
}
