// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.proof;

import java.util.List;

/** {@code Action}, {@code Resource} or their {@code Not} forms of one statement: matched if an entry is, or if none is. */
record Element(Sense sense, List<Meaning> entries) {
    /** Whether an element speaks of what its entries match, or of everything else. */
    enum Sense {
        ANY_OF,
        NONE_OF
    }

    Element {
        entries = List.copyOf(entries);
    }

    /** Returns the element that everything matches. */
    static Element everything() {
        return new Element(Sense.NONE_OF, List.of());
    }

    /** Returns the element that nothing matches. */
    static Element nothing() {
        return new Element(Sense.ANY_OF, List.of());
    }
}
