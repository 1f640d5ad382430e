// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.analysis;

import io.github.dkpbootstrap.policy.internal.ValueStyle;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * One change to a document that is made smaller. Every step is proved, by containment in both directions, to change nothing
 * in what the document permits; only a step with a {@link #catalogueDate()} is not.
 */
@ValueStyle
@Value.Immutable
public interface ReductionStep {
    /** The kinds of changes. */
    enum Kind {
        /** The {@code Sid} of a statement was left out. */
        SID,
        /** Single values lost their brackets, and doubles went. */
        SHAPE,
        /** Entries or a statement were left out that another entry or statement covers. */
        SUBSUME,
        /** Two statements became one. */
        MERGE,
        /** What two statements have in common became a statement of its own. */
        FACTOR,
        /** Actions were replaced by patterns that cover the same actions of the catalogue. */
        WILDCARD,
        /** A statement was cut in two, as it was too large for a document. */
        SPLIT
    }

    /** Returns what kind of change it is. */
    Kind kind();

    /** Returns the places, from 0, that the statements had in the document as it was given. */
    List<Integer> statements();

    /** Returns what was done, for a reader. */
    String description();

    /** Returns how many characters of the quota it saved; negative for a {@link Kind#SPLIT}. */
    int savedCharacters();

    /**
     * Returns the date of the catalogue on which a {@link Kind#WILDCARD} relies: its patterns cover what the actions did as
     * of that day, and also what AWS adds later. Nothing for all other steps, which are proved.
     */
    Optional<LocalDate> catalogueDate();

    /** Returns a builder; all but the date is required. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link ReductionStep}. Not thread-safe. */
    final class Builder extends ImmutableReductionStep.Builder {
        Builder() {}
    }
}
