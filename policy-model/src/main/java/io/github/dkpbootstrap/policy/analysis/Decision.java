// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.analysis;

import io.github.dkpbootstrap.policy.internal.ValueStyle;
import java.util.List;
import org.immutables.value.Value;

/** The answer to an {@link AccessRequest}, with the reason for it and for each statement that was looked at. */
@ValueStyle
@Value.Immutable
public interface Decision {
    /** The answers. */
    enum Verdict {
        /** Allowed, and not denied. */
        ALLOWED,
        /** A deny statement applies. */
        EXPLICITLY_DENIED,
        /** Nothing denies, and something that would have to allow does not. */
        IMPLICITLY_DENIED
    }

    /** Returns the answer. */
    Verdict verdict();

    /** Returns the reason in one sentence, naming the policy that decided. */
    String reason();

    /** Returns what became of each statement, in the order in which they were looked at. */
    List<StatementResult> statements();

    /** Returns whether the request is allowed. */
    default boolean allowed() {
        return verdict() == Verdict.ALLOWED;
    }

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Decision}. Not thread-safe. */
    final class Builder extends ImmutableDecision.Builder {
        Builder() {}
    }
}
