// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.deploy;

import io.github.dkpbootstrap.policy.internal.ValueStyle;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;
import software.amazon.awssdk.services.cloudformation.model.ResourceChange;

/** A change set, read in full. Immutable and thread-safe. */
@ValueStyle
@Value.Immutable
public interface ChangeSetSnapshot {
    /** Returns the ARN of the change set. */
    String id();

    /** Returns the ARN of its stack. */
    String stackId();

    /** Returns the status, such as {@code CREATE_COMPLETE}; new ones may appear. */
    String status();

    /** Returns the reason for the status, if there is one. */
    Optional<String> reason();

    /** Returns whether it can be executed, such as {@code AVAILABLE}; new ones may appear. */
    String executionStatus();

    /** Returns what would change, all pages of it. */
    List<ResourceChange> changes();

    /** Returns whether it is made, or failed to be. */
    default boolean isDecided() {
        return status().equals("CREATE_COMPLETE") || status().endsWith("FAILED");
    }

    /** Returns whether it failed for want of any change. */
    default boolean isEmpty() {
        String text = reason().orElse("");
        return status().endsWith("FAILED")
                && (text.startsWith("The submitted information didn't contain changes")
                        || text.startsWith("No updates are to be performed"));
    }

    /**
     * Returns whether CloudFormation says that reading the values of properties may have cost some changes.
     */
    default boolean isIncomplete() {
        return reason().filter(text -> text.contains("can return incomplete ChangeSet data"))
                .isPresent();
    }

    /** Returns a builder; everything but reason and changes is required. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link ChangeSetSnapshot}. Not thread-safe. */
    final class Builder extends ImmutableChangeSetSnapshot.Builder {
        Builder() {}
    }
}
