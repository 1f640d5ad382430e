// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.query;

import io.github.dkpbootstrap.policy.PolicyDocument;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who makes a call, after the signature has told. */
public sealed interface Identity {
    /** Returns the ARN of the user or of the session. */
    String arn();

    /** Returns the unique id, as {@code aws:userid} and GetCallerIdentity have it. */
    String userId();

    /** Returns the user who calls, with a key of its own or in a session of its own. */
    default Optional<User> user() {
        return Optional.empty();
    }

    /**
     * An IAM user.
     *
     * @param mfa when an MFA device vouched for the user
     */
    record User(String name, String arn, String userId, Optional<Instant> mfa) implements Identity {
        /** Returns this user, with an MFA device that vouches for it. */
        public User vouchedFor(Instant time) {
            return new User(name, arn, userId, Optional.of(time));
        }

        @Override
        public Optional<User> user() {
            return Optional.of(this);
        }
    }

    /** A session of a user: what GetSessionToken gives. */
    record UserSession(User owner, Instant issued) implements Identity {
        @Override
        public String arn() {
            return owner.arn();
        }

        @Override
        public String userId() {
            return owner.userId();
        }

        @Override
        public Optional<User> user() {
            return Optional.of(owner);
        }
    }

    /** The root user of the account. */
    record Root(String arn, String userId) implements Identity {}

    /** A session of a role. */
    record Session(
            String roleName,
            String roleArn,
            String roleId,
            String sessionName,
            String arn,
            List<PolicyDocument> policies,
            Instant issued,
            SessionAttributes attributes)
            implements Identity {
        @Override
        public String userId() {
            return roleId + ":" + sessionName;
        }
    }
}
