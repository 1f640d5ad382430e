// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import io.github.dkpbootstrap.policy.internal.ValueStyle;
import java.util.Optional;
import org.immutables.value.Value;

/** The bootstrap stack as it is now. */
@ValueStyle
@Value.Immutable
public interface DkpStatus {
    /** Returns the name that was asked for. */
    String stackName();

    /** Returns the ARN of the stack; nothing where there is none. */
    Optional<String> stackId();

    /** Returns CloudFormation's status, such as {@code CREATE_COMPLETE}; nothing where there is no stack. */
    Optional<String> stackStatus();

    /** Returns CloudFormation's reason for the status, if it gives one. */
    Optional<String> reason();

    /** Returns what the stack made, once all of it exists. */
    Optional<DeploymentOutputs> outputs();

    /** Returns whether there is a stack. */
    default boolean exists() {
        return stackId().isPresent();
    }

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link DkpStatus}. Not thread-safe. */
    final class Builder extends ImmutableDkpStatus.Builder {
        Builder() {}
    }
}
