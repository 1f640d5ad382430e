// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.query;

import io.github.dkpbootstrap.policy.PolicyDocument;
import java.time.Instant;
import java.util.List;

/** Who makes a call, after the signature has told. */
public sealed interface Identity {
    /** Returns the ARN of the user or of the session. */
    String arn();

    /** Returns the unique id, as {@code aws:userid} and GetCallerIdentity have it. */
    String userId();

    /** An IAM user. */
    record User(String name, String arn, String userId) implements Identity {}

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
            Instant issued)
            implements Identity {
        @Override
        public String userId() {
            return roleId + ":" + sessionName;
        }
    }
}
