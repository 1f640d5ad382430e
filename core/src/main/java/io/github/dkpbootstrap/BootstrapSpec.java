// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import io.github.dkpbootstrap.deploy.StackListener;
import io.github.dkpbootstrap.policy.internal.ValueStyle;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import org.immutables.value.Value;

/**
 * Everything that can be chosen about the bootstrap stack. The defaults are the vendor's stack. Checked when it is built:
 * a spec that exists breaks none of AWS's limits on names.
 *
 * <pre>{@code
 * DkpBootstrap.deploy(spec -> spec.stackName("dkp-team-a").roleName("dkp-team-a").policyName("dkp-team-a")
 *         .instanceProfileName("dkp-team-a").putTags("team", "a"));
 * }</pre>
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html">IAM names and quotas</a>
 */
@ValueStyle
@Value.Immutable
public interface BootstrapSpec {
    /** Whether the template has outputs. */
    enum Outputs {
        /** The ARNs of role, policy and instance profile are outputs of the stack. */
        INCLUDED,
        /** The template has no outputs, as the vendor's. */
        OMITTED
    }

    /** Returns the name of the stack: a letter, then letters, digits and hyphens, 128 at most. */
    @Value.Default
    default String stackName() {
        return "dkp-bootstrapper";
    }

    /** Returns the name of the role, 64 characters of {@code [A-Za-z0-9_+=,.@-]} at most. It cannot be changed later. */
    @Value.Default
    default String roleName() {
        return "dkp-bootstrapper-role";
    }

    /** Returns the name of the managed policy, 128 characters at most. It cannot be changed later. */
    @Value.Default
    default String policyName() {
        return "dkp-bootstrapper-policy";
    }

    /** Returns the name of the instance profile, 128 characters at most. It cannot be changed later. */
    @Value.Default
    default String instanceProfileName() {
        return "DKPBootstrapInstanceProfile";
    }

    /**
     * Returns the users to whom the stack attaches the managed policy, for those who work with access keys; none unless set,
     * as the vendor's. Each has to exist: a deployment never makes a user or a key. In the template they stand in the order of
     * their names. A user of another case than IAM has it is refused.
     */
    @Value.NaturalOrder
    SortedSet<String> policyUsers();

    /** Returns the groups to which the stack attaches the managed policy; see {@link #policyUsers()}. */
    @Value.NaturalOrder
    SortedSet<String> policyGroups();

    /**
     * Returns the account whose users may assume the role, 12 digits. Nothing means the account in which the stack is:
     * the template then says {@code AWS::AccountId}.
     */
    Optional<String> accountId();

    /**
     * Returns the partition of the account, such as {@code aws-cn}. Nothing means {@code aws} beside a literal
     * {@link #accountId()}, and else the partition in which the stack is ({@code AWS::Partition}).
     */
    Optional<String> partition();

    /**
     * Returns the tags of the stack, which CloudFormation puts on the role too; 50 at most. Empty leaves the tags of an
     * existing stack as they are.
     */
    Map<String, String> tags();

    /** Returns whether the template has outputs; {@link Outputs#INCLUDED} unless set. */
    @Value.Default
    default Outputs outputs() {
        return Outputs.INCLUDED;
    }

    /** Returns the account's quota for trust policies in characters: 2,048 unless raised, 8,192 at most. */
    @Value.Default
    default int trustPolicyQuota() {
        return 2_048;
    }

    /**
     * Returns the path of role, policy and instance profile: slashes around names, 512 characters at most; {@code /}, as the
     * vendor's, unless set. It cannot be changed later.
     */
    @Value.Default
    default String path() {
        return "/";
    }

    /**
     * Returns the description of the managed policy, 1,000 characters at most; the vendor's unless set, and none if empty. It
     * cannot be changed later.
     */
    @Value.Default
    default String policyDescription() {
        return "Minimal policy to create dkp clusters in AWS";
    }

    /** Returns what a deployment does about a stack that failed and may hold something; kept unless set. */
    @Value.Default
    default FailedStack failedStack() {
        return FailedStack.KEEP;
    }

    /** Returns what a deployment does about a rollback that cannot be finished; kept unless set. */
    @Value.Default
    default StuckRollback stuckRollback() {
        return StuckRollback.KEEP;
    }

    /** Returns what becomes of an update in flight when its deadline passes or its caller is interrupted; left unless set. */
    @Value.Default
    default UnfinishedUpdate unfinishedUpdate() {
        return UnfinishedUpdate.LEAVE;
    }

    /** Returns what is done about access that others gave outside the stack; kept unless set. */
    @Value.Default
    default ForeignAccess foreignAccess() {
        return ForeignAccess.KEEP;
    }

    /**
     * Returns how long a deployment that has ended well tries to assume the role, to tell whether it can be assumed already.
     * Nothing, the default, means that it does not try. IAM takes seconds, rarely a minute; two minutes are enough,
     * and 24 hours the most that can be set.
     */
    Optional<Duration> roleProbe();

    /**
     * Returns how long a verb may take at most, waiting for others included; 30 minutes unless set, 24 hours at most. AWS
     * goes on when this ends.
     */
    @Value.Default
    default Duration timeout() {
        return Duration.ofMinutes(30);
    }

    /** Returns who is told of each event; nobody unless set. No part of the spec's equality. */
    @Value.Default
    @Value.Auxiliary
    default StackListener listener() {
        return StackListener.silent();
    }

    /** Returns a builder; nothing is required. */
    static Builder builder() {
        return new Builder();
    }

    /** Returns the vendor's stack, with outputs. */
    static BootstrapSpec defaults() {
        return builder().build();
    }

    /** Checks every field. */
    @Value.Check
    default void check() {
        SpecChecks.check(this);
    }

    /** Builds a {@link BootstrapSpec}. Not thread-safe. */
    final class Builder extends ImmutableBootstrapSpec.Builder {
        private static final Duration PROPAGATION = Duration.ofMinutes(2);

        Builder() {}

        /** Lets a deployment delete a stack that failed and may hold something, and make it anew once. */
        public Builder recreateFailedStack() {
            failedStack(FailedStack.RECREATE);
            return this;
        }

        /** Lets a deployment continue a rollback without the resources that keep it from ending. */
        public Builder skipStuckResources() {
            stuckRollback(StuckRollback.SKIP_FAILED_RESOURCES);
            return this;
        }

        /** Lets a deployment that has ended well try for up to two minutes whether the role can be assumed already. */
        public Builder probeRole() {
            roleProbe(PROPAGATION);
            return this;
        }
    }
}
