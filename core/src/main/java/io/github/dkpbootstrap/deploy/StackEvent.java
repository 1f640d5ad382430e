// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.deploy;

import io.github.dkpbootstrap.policy.internal.ValueStyle;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/** Something that happened to the stack or to one of its resources, as CloudFormation reports it. */
@ValueStyle
@Value.Immutable
public interface StackEvent {
    /** Returns the id of the event, unique within the stack. */
    String id();

    /** Returns when it happened, by AWS's clock. */
    Instant time();

    /** Returns the logical id of the resource; the name of the stack for an event of the stack itself. */
    String logicalId();

    /** Returns the type, such as {@code AWS::IAM::Role}. */
    String resourceType();

    /** Returns the status, such as {@code CREATE_COMPLETE}; new ones may appear. */
    String status();

    /** Returns AWS's reason, if it gave one. */
    Optional<String> reason();

    /** Returns the token of the call that set off the operation, if it had one. */
    Optional<String> clientRequestToken();

    /** Returns whether the event is of the stack itself. */
    default boolean ofStack() {
        return resourceType().equals("AWS::CloudFormation::Stack");
    }

    /** Returns whether something failed. */
    default boolean failed() {
        return status().endsWith("_FAILED");
    }

    /** Returns the status and what has it, such as {@code CREATE_FAILED of DKPBootstrapRole}. */
    default String describe() {
        return status() + " of " + logicalId();
    }

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link StackEvent}. Not thread-safe. */
    final class Builder extends ImmutableStackEvent.Builder {
        Builder() {}
    }
}
