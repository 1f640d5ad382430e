// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.proof;

/** What a search for a counterexample came to. */
public sealed interface Proof {
    /** There is none, under any reading of the rules and whatever is open in the documents. */
    record Proven() implements Proof {}

    /** There is one, under every reading; the witness is one by the readings chosen in {@code docs/semantics.md}. */
    record Refuted(Witness witness) implements Proof {}

    /** It is not known, because of {@code cause}; {@code detail} says which rule or part. */
    record Unknown(Cause cause, String detail) implements Proof {}

    /** Why a search can end without an answer. */
    enum Cause {
        /** The budget of the search was spent. */
        BUDGET,
        /** AWS's pages leave a rule open on which the answer hangs. */
        READING,
        /** The answer hangs on a template intrinsic that has no text yet. */
        INTRINSIC,
        /** The answer hangs on the value of a policy variable. */
        VARIABLE,
        /** One key is compared as text and as another type, and it is not known which of its values satisfy both. */
        MIXED_TYPES,
        /** Values between those of the documents are too long to be written down. */
        UNWRITABLE
    }

    /** Returns whether containment is proven. */
    default boolean isProven() {
        return this instanceof Proven;
    }
}
