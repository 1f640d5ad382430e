// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.minimise;

import io.github.dkpbootstrap.policy.PolicyDocument;
import java.util.List;

/**
 * A document of the same meaning, and how it came to be.
 *
 * @param document the smaller document
 * @param steps what was done, in this order
 */
public record Reduction(PolicyDocument document, List<Step> steps) {
    /** Copies the steps. */
    public Reduction {
        steps = List.copyOf(steps);
    }
}
