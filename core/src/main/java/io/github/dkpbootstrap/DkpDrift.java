// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import io.github.dkpbootstrap.policy.internal.ValueStyle;
import java.util.List;
import org.immutables.value.Value;

/** How a stack's resources differ from what its template says. Immutable and thread-safe. */
@ValueStyle
@Value.Immutable
public interface DkpDrift {
    /** Returns the name of the stack. */
    String stackName();

    /** Returns the ARN of the stack. */
    String stackId();

    /** Returns the differences, each once, whoever saw it. */
    List<DriftFinding> findings();

    /** Returns what could not be compared and why, a sentence each, with the permission that was missing. */
    List<String> warnings();

    /** Returns whether everything could be compared and nothing differs. */
    default boolean isInSync() {
        return findings().isEmpty() && warnings().isEmpty();
    }

    /** Returns a report for people, a few lines for each difference. Long policies are cut; the findings have them whole. */
    default String text() {
        return DriftText.of(this);
    }

    /** Returns a builder; findings and warnings may be left out. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link DkpDrift}. Not thread-safe. */
    final class Builder extends ImmutableDkpDrift.Builder {
        Builder() {}
    }
}
