// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import io.github.dkpbootstrap.policy.internal.ValueStyle;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What would happen to one resource. Immutable and thread-safe.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_ResourceChange.html">
 *     ResourceChange</a>
 */
@ValueStyle
@Value.Immutable
public interface PlannedChange {
    /** What would be done. */
    enum Action {
        /** The resource is made. */
        ADD,
        /** The resource is changed, or replaced: see {@link PlannedChange#replacement()}. */
        MODIFY,
        /** The resource is deleted, or let go if its DeletionPolicy says so. */
        REMOVE,
        /** The resource exists and becomes the stack's. */
        IMPORT,
        /** It depends on values that are known only later, or is something that this library does not know. */
        UNKNOWN
    }

    /** Returns what would be done. */
    Action action();

    /** Returns the name in the template. */
    String logicalId();

    /** Returns the type, such as {@code AWS::IAM::Role}. */
    String type();

    /** Returns the name or ARN in AWS; nothing for a resource that is not made yet. */
    Optional<String> physicalId();

    /** Returns whether the resource would be replaced. */
    @Value.Default
    default Replacement replacement() {
        return Replacement.NEVER;
    }

    /** Returns the properties that would change, as far as CloudFormation tells them. */
    List<PropertyChange> properties();

    /** Returns a builder; action, logical id and type are required. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link PlannedChange}. Not thread-safe. */
    final class Builder extends ImmutablePlannedChange.Builder {
        Builder() {}
    }
}
