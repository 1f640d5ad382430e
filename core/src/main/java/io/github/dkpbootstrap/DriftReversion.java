// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import io.github.dkpbootstrap.policy.internal.ValueStyle;
import java.util.List;
import org.immutables.value.Value;

/** What {@code revertDrift} brought back, removed and left. Immutable and thread-safe. */
@ValueStyle
@Value.Immutable
public interface DriftReversion {
    /** Returns the name of the stack. */
    String stackName();

    /** Returns the ARN of the stack. */
    String stackId();

    /** Returns the differences that are no more: the template's values are back. */
    List<DriftFinding> reverted();

    /**
     * Returns the access of others that was removed; empty unless the spec says {@code foreignAccess(ForeignAccess.REMOVE)}.
     * An inline policy's text is its finding's {@link DriftFinding#actual()}.
     */
    List<DriftFinding> removed();

    /** Returns the differences that are still there. */
    List<DriftFinding> remaining();

    /** Returns what could not be compared or reverted and why, a sentence each. */
    List<String> warnings();

    /** Returns whether everything could be compared and nothing differs any more. */
    default boolean isInSync() {
        return remaining().isEmpty() && warnings().isEmpty();
    }

    /** Returns a report for people, a few lines for each difference. Long policies are cut; the findings have them whole. */
    default String text() {
        return DriftText.of(this);
    }

    /** Returns a builder; all lists may be left out. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link DriftReversion}. Not thread-safe. */
    final class Builder extends ImmutableDriftReversion.Builder {
        Builder() {}
    }
}
