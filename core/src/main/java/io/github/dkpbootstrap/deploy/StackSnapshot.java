// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.deploy;

import io.github.dkpbootstrap.policy.internal.ValueStyle;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** A stack as CloudFormation describes it at one moment. */
@ValueStyle
@Value.Immutable
public interface StackSnapshot {
    /** Returns the name of the stack. */
    String name();

    /** Returns the id of the stack, its ARN. */
    String id();

    /** Returns the status as CloudFormation writes it; new ones may appear. */
    String status();

    /** Returns the reason for the status, if there is one. */
    Optional<String> statusReason();

    /** Returns when it was last changed, by AWS's clock; nothing where it never was since it was made. */
    Optional<Instant> lastUpdated();

    /** Returns the tags. */
    Map<String, String> tags();

    /** Returns the names of the parameters that the stack's template has. */
    List<String> parameters();

    /** Returns the outputs by name. */
    Map<String, String> outputs();

    /** Returns whether deleting is forbidden. */
    boolean terminationProtected();

    /** Returns the last operations, newest first, as far as CloudFormation tells them. */
    List<OperationId> operations();

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link StackSnapshot}. Not thread-safe. */
    final class Builder extends ImmutableStackSnapshot.Builder {
        Builder() {}
    }
}
