// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.analysis;

import io.github.dkpbootstrap.policy.internal.ValueStyle;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The answer to whether one document permits no more than another: {@link Proven}, a {@link Counterexample}, or
 * {@link Unknown}. Never proven wrongly: where anything is left open, the answer is unknown and says what.
 */
public sealed interface Containment {
    /** Every request that the one document permits, the other permits too, whatever actions and resources AWS has. */
    @ValueStyle
    @Value.Immutable
    non-sealed interface Proven extends Containment {}

    /** A request that the one document permits and the other does not. */
    @ValueStyle
    @Value.Immutable
    non-sealed interface Counterexample extends Containment {
        /** Whether the catalogue knows the request as one that can be made. */
        enum Plausibility {
            /** Action, resource and condition keys are in the catalogue. */
            KNOWN,
            /** Something of it is not: it may be new, or not exist. */
            NOT_IN_CATALOGUE
        }

        /** Returns the request. */
        AccessRequest request();

        /** Returns policies, with the document that permits more among them, under which the interpreter allows it. */
        PolicySet allowing();

        /** Returns the same policies with the other document in its place, under which the interpreter denies it. */
        PolicySet denying();

        /** Returns whether the catalogue knows the request. */
        Plausibility plausibility();

        /** Returns the decision that allows the request, statement by statement. */
        Decision allowed();

        /** Returns the decision that denies it. */
        Decision denied();
    }

    /** No answer. */
    @ValueStyle
    @Value.Immutable
    non-sealed interface Unknown extends Containment {
        /** Why there is none. */
        enum Cause {
            /** The documents are too intricate for the budget of steps. */
            BUDGET,
            /** AWS's pages leave a rule open on which the answer hangs; the detail gives its number in the semantics. */
            READING,
            /** The answer hangs on a template intrinsic: resolve it first. */
            INTRINSIC,
            /** The answer hangs on the value of a policy variable. */
            VARIABLE,
            /** A key is compared both as text and as a number, date, address or bytes. */
            MIXED_TYPES,
            /** Numbers or dates lie too close or too far out for a value between them to be written. */
            UNWRITABLE
        }

        /** Returns why there is no answer. */
        Cause cause();

        /** Returns on what exactly it hangs. */
        String detail();
    }

    /** Returns whether it is proven. */
    default boolean isProven() {
        return this instanceof Proven;
    }

    /** Returns the counterexample, if there is one. */
    default Optional<Counterexample> counterexample() {
        return this instanceof Counterexample counterexample ? Optional.of(counterexample) : Optional.empty();
    }
}
