// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.minimise;

/**
 * What may be done to a document.
 *
 * @param sids what becomes of the ids of statements
 */
public record Options(Sids sids) {
    /** What becomes of the ids of statements. */
    public enum Sids {
        /** They stay, and a statement that has one is neither merged nor left out. */
        KEEP,
        /** They are left out. */
        DROP
    }
}
