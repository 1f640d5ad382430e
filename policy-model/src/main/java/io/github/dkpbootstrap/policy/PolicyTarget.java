// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy;

import java.util.OptionalInt;

/**
 * What a document is meant to be stored as. It decides how large the document may be, which elements it may have, and how
 * it is read. Characters are counted as {@link PolicyDocument#quotaCharacters()} does.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html">IAM and STS quotas</a>
 */
public enum PolicyTarget {
    /** A managed policy, also as a permissions boundary: at most 6,144 characters. */
    MANAGED_POLICY(6_144),
    /** The inline policies of a role, which together have 10,240 characters. */
    INLINE_ROLE_POLICY(10_240),
    /** The inline policies of a group, which together have 5,120 characters. */
    INLINE_GROUP_POLICY(5_120),
    /** The inline policies of a user, which together have 2,048 characters. */
    INLINE_USER_POLICY(2_048),
    /**
     * The policy of one session: at most 2,048 characters, managed session policies included. AWS packs session policies
     * and tags into a second, unpublished limit, which only a call tells.
     */
    SESSION_POLICY(2_048),
    /** The trust policy of a role: 2,048 characters unless the account's quota was raised. */
    TRUST_POLICY(2_048),
    /** A service control policy of an organization: at most 5,120 characters. */
    SERVICE_CONTROL_POLICY(5_120),
    /** A resource control policy of an organization: at most 5,120 characters. */
    RESOURCE_CONTROL_POLICY(5_120),
    /** The policy of a resource such as a bucket, queue or key; its size is for the service to limit. */
    RESOURCE_POLICY(0);

    private final int maxCharacters;

    PolicyTarget(int maxCharacters) {
        this.maxCharacters = maxCharacters;
    }

    /** Returns how many characters the document may have by default; nothing where each service has its own limit. */
    public OptionalInt maxCharacters() {
        return maxCharacters == 0 ? OptionalInt.empty() : OptionalInt.of(maxCharacters);
    }

    /** Returns whether the document is attached to an identity or its session and so names no principal. */
    public boolean isIdentityBased() {
        return switch (this) {
            case MANAGED_POLICY, INLINE_ROLE_POLICY, INLINE_GROUP_POLICY, INLINE_USER_POLICY, SESSION_POLICY -> true;
            case TRUST_POLICY, SERVICE_CONTROL_POLICY, RESOURCE_CONTROL_POLICY, RESOURCE_POLICY -> false;
        };
    }
}
