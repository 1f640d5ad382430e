// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.proof;

import java.util.BitSet;

/**
 * A region of the values of a key: which conditions hold for such a value alone, and one such value. Where a key is compared
 * in several ways, such as text and number, it can be unsure whether any value is in the region.
 */
record BaseValue(BitSet holding, String text, Certainty certainty) {
    /** Whether a region is known to hold a value. */
    enum Certainty {
        SURE,
        UNSURE
    }

    boolean isSure() {
        return certainty == Certainty.SURE;
    }
}
