// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

import io.github.dkpbootstrap.policy.Arn;
import io.github.dkpbootstrap.policy.PolicyDocument;
import io.github.dkpbootstrap.policy.analysis.PolicySet;
import java.time.Duration;
import java.util.Optional;

/**
 * What a session can use to know of its role before it asks STS, and STS does not tell. Each method answers empty where
 * the fact cannot be known, such as for want of {@code iam:GetRole}; the session then leaves the check to AWS.
 */
@FunctionalInterface
public interface RoleFacts {
    /**
     * Returns the longest session that the role permits, from one to twelve hours. Asked once, when the session is built,
     * and only for a session of more than an hour: each role permits that.
     *
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_Role.html">MaxSessionDuration</a>
     */
    Optional<Duration> maxSessionDuration();

    /**
     * Returns the role that these are the facts of: a session of another role asks nothing of them. Default: of whichever
     * role they are given for.
     */
    default Optional<Arn> role() {
        return Optional.empty();
    }

    /**
     * Returns the role's trust policy as it is now. Asked when STS has denied the role, to say which condition was not
     * met. Default: it cannot be known.
     *
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetRole.html">AssumeRolePolicyDocument</a>
     */
    default Optional<PolicyDocument> trustPolicy() {
        return Optional.empty();
    }

    /**
     * Returns the policies of a caller that STS has denied: those of the user with its groups', or of the role behind a
     * session, with the permissions boundary. Default: they cannot be known.
     *
     * @param caller the ARN of the user, {@code arn:aws:iam::…:user/NAME}, or of the role behind a session
     * @return a set whose {@code identity} and {@code boundary} are complete; empty where one of them may not be read
     */
    default Optional<PolicySet> callerPolicies(Arn caller) {
        return Optional.empty();
    }
}
