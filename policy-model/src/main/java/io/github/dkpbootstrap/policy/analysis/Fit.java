// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.analysis;

import io.github.dkpbootstrap.policy.PolicyDocument;
import io.github.dkpbootstrap.policy.internal.ValueStyle;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Documents, each within the size of a target, that attached together permit the same as one that was given. How many can be
 * attached is a quota of its own: 10 managed policies and 5 service or resource control policies unless raised.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html">IAM and STS quotas</a>
 */
@ValueStyle
@Value.Immutable
public interface Fit {
    /** Returns the documents; one if the given document could be made to fit. */
    @Value.Parameter
    List<PolicyDocument> documents();

    /** Returns what was done, in this order; empty if the document fitted as it was. */
    @Value.Parameter
    List<ReductionStep> steps();

    /**
     * Returns the date of the catalogue as of which the documents permit the same; later they can permit more. Nothing if
     * every step is proved, so that they always permit the same.
     */
    default Optional<LocalDate> catalogueDate() {
        return steps().stream().flatMap(step -> step.catalogueDate().stream()).findFirst();
    }

    /** Returns a result. */
    static Fit of(List<PolicyDocument> documents, List<ReductionStep> steps) {
        return ImmutableFit.of(documents, steps);
    }
}
