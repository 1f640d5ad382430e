// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.analysis;

import io.github.dkpbootstrap.policy.Effect;
import io.github.dkpbootstrap.policy.internal.ValueStyle;
import org.immutables.value.Value;

/** What became of one statement in a {@link Decision}. */
@ValueStyle
@Value.Immutable
public interface StatementResult {
    /**
     * Returns the policy and the statement's place in it, such as {@code identity[0].Statement[2]}. Policies are named
     * {@code identity[i]}, {@code session[i]}, {@code boundary}, {@code resource} or {@code trust},
     * {@code serviceControl[level][i]} and {@code resourceControl[level][i]}, as in the {@link PolicySet}.
     */
    @Value.Parameter
    String location();

    /** Returns the effect of the statement. */
    @Value.Parameter
    Effect effect();

    /** Returns whether the statement matches the request. */
    @Value.Parameter
    boolean matches();

    /**
     * Returns why: the first element that does not match, with both sides, or that all do. Principal, action, resource
     * and conditions are looked at in this order. Long values are cut; those of {@code sts:ExternalId} never appear.
     */
    @Value.Parameter
    String reason();

    /** Returns a result. */
    static StatementResult of(String location, Effect effect, String reason, Match match) {
        return ImmutableStatementResult.of(location, effect, match == Match.YES, reason);
    }

    /** Whether a statement matches a request. */
    enum Match {
        /** Every element matches. */
        YES,
        /** An element does not match. */
        NO
    }
}
