// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.minimise;

import io.github.dkpbootstrap.policy.catalogue.Catalogue;
import java.util.Optional;

/**
 * What may be done to a document.
 *
 * @param sids what becomes of the ids of statements
 * @param wildcards the catalogue by which actions may be replaced by patterns; nothing if they may not
 */
public record Options(Sids sids, Optional<Catalogue> wildcards) {
    /** What becomes of the ids of statements. */
    public enum Sids {
        /** They stay, and a statement that has one is neither merged nor left out. */
        KEEP,
        /** They are left out. */
        DROP
    }
}
