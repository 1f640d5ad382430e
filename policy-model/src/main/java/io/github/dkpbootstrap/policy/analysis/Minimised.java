// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.analysis;

import io.github.dkpbootstrap.policy.PolicyDocument;
import io.github.dkpbootstrap.policy.internal.ValueStyle;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** A document that permits the same as another and is not larger, and how it came to be. */
@ValueStyle
@Value.Immutable
public interface Minimised {
    /** Returns the document. */
    @Value.Parameter
    PolicyDocument document();

    /** Returns what was done, in this order; empty if nothing could be saved. */
    @Value.Parameter
    List<ReductionStep> steps();

    /** Returns how many characters of the quota were saved. */
    default int savedCharacters() {
        return steps().stream().mapToInt(ReductionStep::savedCharacters).sum();
    }

    /**
     * Returns the date of the catalogue as of which the document permits the same; later it can permit more. Nothing if
     * every step is proved, so that it always permits the same.
     */
    default Optional<LocalDate> catalogueDate() {
        return steps().stream().flatMap(step -> step.catalogueDate().stream()).findFirst();
    }

    /** Returns a result. */
    static Minimised of(PolicyDocument document, List<ReductionStep> steps) {
        return ImmutableMinimised.of(document, steps);
    }
}
