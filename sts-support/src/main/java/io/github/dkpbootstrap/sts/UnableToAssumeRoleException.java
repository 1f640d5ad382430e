// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

import io.github.dkpbootstrap.policy.Arn;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * There are no credentials of the role: STS refused, it could not be reached, its answer is of no use, or there was nothing
 * to ask it with. The message
 * carries what AWS said, the likely causes and what to do about each; the cause is the SDK's exception.
 *
 * @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html">AssumeRole</a>
 */
public final class UnableToAssumeRoleException extends SessionException {
    private static final long serialVersionUID = 1L;

    private final String roleArn;
    private final @Nullable String awsErrorCode;
    private final Denial denial;

    /** Creates the exception; {@code awsErrorCode} is absent where AWS has not answered. */
    public UnableToAssumeRoleException(
            String message, Arn roleArn, @Nullable String awsErrorCode, Denial denial, @Nullable Throwable cause) {
        super(message, cause);
        this.roleArn = roleArn.toString();
        this.awsErrorCode = awsErrorCode;
        this.denial = denial;
    }

    /** Returns the role that was to be assumed. */
    public Arn roleArn() {
        return Arn.parse(roleArn);
    }

    /** Returns AWS's code, such as {@code AccessDenied}; absent where AWS has not answered. */
    public Optional<String> awsErrorCode() {
        return Optional.ofNullable(awsErrorCode);
    }

    /** Returns whether AWS denied the role, and whether that may pass by itself. */
    public Denial denial() {
        return denial;
    }

    @Override
    UnableToAssumeRoleException again() {
        return new UnableToAssumeRoleException(text(), roleArn(), awsErrorCode, denial, getCause());
    }
}
