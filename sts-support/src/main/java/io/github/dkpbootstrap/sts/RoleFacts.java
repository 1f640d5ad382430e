// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

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
}
