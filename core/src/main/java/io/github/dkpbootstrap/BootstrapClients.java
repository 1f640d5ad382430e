// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import io.github.dkpbootstrap.policy.internal.ValueStyle;
import io.github.dkpbootstrap.sts.Sleeper;
import java.time.Clock;
import java.util.Optional;
import org.immutables.value.Value;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * The SDK clients that a {@link Bootstrapper} works with, all of one account and one Region. They stay the caller's: they
 * are never closed here.
 */
@ValueStyle
@Value.Immutable
public interface BootstrapClients {
    /** Returns the client that deploys the stack; its Region is the stack's. */
    CloudFormationClient cloudFormation();

    /** Returns the client that reads roles and policies. IAM is global: any Region of the partition serves. */
    IamClient iam();

    /** Returns the client that asks who the caller is and assumes the role. */
    StsClient sts();

    /**
     * Returns CloudFormation clients of other Regions. With them a name that is taken, by no stack in this Region, is looked
     * for in the others: the message can say which stack has it, and what a stack elsewhere owns is not adopted. Nothing, the
     * default, means that it is not, which an adoption logs as a warning; the static verbs of {@link DkpBootstrap} always look.
     */
    Optional<RegionalClients> otherRegions();

    /** Returns the clock; the system's unless set. */
    @Value.Default
    default Clock clock() {
        return Clock.systemUTC();
    }

    /** Returns how to wait between polls; by sleeping unless set. */
    @Value.Default
    default Sleeper sleeper() {
        return Sleeper.system();
    }

    /** Returns a builder; the three clients are required. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link BootstrapClients}. Not thread-safe. */
    final class Builder extends ImmutableBootstrapClients.Builder {
        Builder() {}
    }
}
