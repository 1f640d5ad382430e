// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.deploy;

import io.github.dkpbootstrap.policy.internal.ValueStyle;
import java.util.Optional;
import org.immutables.value.Value;

/** A resource of a stack as CloudFormation lists it at one moment. Immutable and thread-safe. */
@ValueStyle
@Value.Immutable
public interface ResourceSnapshot {
    /** Returns the name in the template. */
    String logicalId();

    /** Returns the type, such as {@code AWS::IAM::Role}. */
    String type();

    /** Returns the name or ARN in AWS; nothing where the resource was never made. */
    Optional<String> physicalId();

    /** Returns the status, such as {@code CREATE_COMPLETE}; new ones may appear. */
    String status();

    /** Returns whether there is such a resource and the stack owns it: it was made and is not deleted or let go. */
    default boolean isOwned() {
        return physicalId().isPresent() && !status().equals("DELETE_COMPLETE") && !status().equals("DELETE_SKIPPED");
    }

    /** Returns a builder; everything but the physical id is required. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link ResourceSnapshot}. Not thread-safe. */
    final class Builder extends ImmutableResourceSnapshot.Builder {
        Builder() {}
    }
}
