// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.proof;

/** What one written pattern matches. */
sealed interface Meaning {
    /** The texts of a pattern. */
    record Matching(Glob glob) implements Meaning {}

    /** No text at all. */
    record Nothing() implements Meaning {}

    /**
     * Texts that are not known, as they hang on an intrinsic or a variable; at most those of {@code bound}. Two with equal
     * identities match the same.
     */
    record Open(Object identity, Glob bound) implements Meaning {}

    static Meaning nothing() {
        return new Nothing();
    }
}
