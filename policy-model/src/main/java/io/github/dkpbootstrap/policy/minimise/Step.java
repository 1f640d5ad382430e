// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.minimise;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What was done to some statements.
 *
 * @param kind what kind of change it is
 * @param statements the places of the statements, from 0, in the document as it was given
 * @param what what was done, for a reader
 * @param saved how many characters of the quota it saved; negative for a split
 * @param catalogueDate the date of the catalogue that the step relies on; nothing for a step that is proved
 */
public record Step(Kind kind, List<Integer> statements, String what, int saved, Optional<LocalDate> catalogueDate) {
    /** The kinds of changes. */
    public enum Kind {
        /** The id of a statement was left out. */
        SID,
        /** A list of one value lost its brackets. */
        SHAPE,
        /** What another entry or statement covers was left out. */
        SUBSUME,
        /** Two statements became one. */
        MERGE,
        /** What two statements have in common became a statement of its own. */
        FACTOR,
        /** Actions were replaced by a pattern that covers the same ones of a catalogue. */
        WILDCARD,
        /** A statement was cut in two, as it was too large for one document. */
        SPLIT
    }

    /** Copies the places. */
    public Step {
        statements = List.copyOf(statements);
    }
}
