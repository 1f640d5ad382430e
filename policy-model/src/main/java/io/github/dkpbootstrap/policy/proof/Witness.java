// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.proof;

import java.util.List;
import java.util.Map;

/**
 * A request that the one document permits and the other does not.
 *
 * @param caller who asks
 * @param action the action
 * @param resource the resource, {@code *} for one that is no ARN
 * @param context the condition keys with their values
 * @param threshold how strongly the caller must be named for the difference to show; {@link Strength#DIRECT} for documents
 *     without principals
 */
public record Witness(
        WitnessCaller caller, String action, String resource, Map<String, List<String>> context, Strength threshold) {
    /** Copies the context. */
    public Witness {
        context = Map.copyOf(context);
    }
}
