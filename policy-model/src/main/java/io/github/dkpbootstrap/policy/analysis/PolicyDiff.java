// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.analysis;

import io.github.dkpbootstrap.policy.internal.ValueStyle;
import java.util.List;
import org.immutables.value.Value;

/** What changed from an older document to a newer one: in their text, and in what they permit. */
@ValueStyle
@Value.Immutable
public interface PolicyDiff {
    /** Returns the statements that are not in both documents, those of the newer one in its order, then those removed. */
    List<StatementChange> statements();

    /** Returns what the newer document permits and the older one does not, by statement and action of the newer one. */
    List<AccessChange> gained();

    /** Returns what the older document permits and the newer one does not, by statement and action of the older one. */
    List<AccessChange> lost();

    /** Returns whether it is proven that the newer document permits no more. */
    default boolean isNoBroader() {
        return gained().isEmpty();
    }

    /** Returns whether it is proven that both permit the same, however they are written. */
    default boolean isSameAccess() {
        return gained().isEmpty() && lost().isEmpty();
    }

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link PolicyDiff}. Not thread-safe. */
    final class Builder extends ImmutablePolicyDiff.Builder {
        Builder() {}
    }
}
