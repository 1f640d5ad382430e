// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.cloudformation;

import java.time.Instant;

/**
 * What drift detection found of a stack.
 *
 * @param status by AWS's names
 */
record StackDrift(String status, Instant checked) {
    /** Sums up what is known of the resources. */
    static StackDrift of(Stack stack, Instant now) {
        boolean drifted = stack.resources().stream()
                .anyMatch(resource ->
                        resource.drift().filter(ResourceDrift::isDrifted).isPresent());
        return new StackDrift(drifted ? "DRIFTED" : "IN_SYNC", now);
    }
}
