// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.analysis;

import io.github.dkpbootstrap.policy.PolicyDocument;
import io.github.dkpbootstrap.policy.internal.ValueStyle;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * All policies that apply to a request. What is left out does not limit: no boundary, no session policy, no service
 * control policies. Policies of its own are looked at only for a caller that can have them: no service, provider or
 * anonymous caller has any, and the root user only has service control policies.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html">Policy
 *     evaluation logic</a>
 */
@ValueStyle
@Value.Immutable
public interface PolicySet {
    /** How an allow in the resource policy combines with the caller's own policies. */
    enum ResourcePolicyKind {
        /** Either side can allow within one account, as for buckets and queues. */
        ORDINARY,
        /** The resource policy must allow, as for KMS keys; the caller's own policies are not enough. */
        MUST_ALLOW,
        /** The trust policy of a role: must allow, and has no resource. */
        TRUST
    }

    /** Returns the policies of the user or role, its groups' included. */
    List<PolicyDocument> identity();

    /** Returns the policy of the resource. */
    Optional<PolicyDocument> resource();

    /** Returns how {@link #resource()} counts; {@link ResourcePolicyKind#ORDINARY} unless set. */
    @Value.Default
    default ResourcePolicyKind resourceKind() {
        return ResourcePolicyKind.ORDINARY;
    }

    /** Returns the permissions boundary of the user or role. */
    Optional<PolicyDocument> boundary();

    /**
     * Returns the session policies: together they are one limit, of which one must allow. The session of a federated
     * user needs one; without, nothing but a resource policy that names it allows anything.
     */
    List<PolicyDocument> session();

    /**
     * Returns the service control policies of the caller's account, level by level from the organization's root. At
     * every level one must allow, so an empty level allows nothing. Empty means that the account has none.
     */
    List<List<PolicyDocument>> serviceControl();

    /**
     * Returns the resource control policies of the resource's account, level by level. They can only deny: AWS attaches
     * {@code RCPFullAWSAccess} at every level and lets no other policy allow, so it need not be given here.
     */
    List<List<PolicyDocument>> resourceControl();

    /** Returns a builder; everything is optional. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link PolicySet}. Not thread-safe. */
    final class Builder extends ImmutablePolicySet.Builder {
        Builder() {}

        /** Sets the trust policy of the role that is the resource. */
        public Builder trust(PolicyDocument trust) {
            return resource(trust).resourceKind(ResourcePolicyKind.TRUST);
        }
    }
}
