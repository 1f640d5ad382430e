// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import io.github.dkpbootstrap.policy.Arn;
import io.github.dkpbootstrap.policy.internal.ValueStyle;
import org.immutables.value.Value;

/** What the bootstrap stack made. */
@ValueStyle
@Value.Immutable
public interface DeploymentOutputs {
    /** Returns the role that creates clusters: assume it, or give it to an EC2 instance by its profile. */
    Arn roleArn();

    /** Returns the managed policy with the role's permissions. */
    Arn policyArn();

    /** Returns the instance profile that wraps the role. */
    Arn instanceProfileArn();

    /** Returns a builder; everything is required. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link DeploymentOutputs}. Not thread-safe. */
    final class Builder extends ImmutableDeploymentOutputs.Builder {
        Builder() {}
    }
}
