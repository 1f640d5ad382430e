// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.proof;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Which statements a counterexample needs to match, and which not: an allow of the one document and a deny of the other
 * help it, all others are in its way.
 */
record Polarity(BitSet helpful, int statements) {
    boolean helps(int statement) {
        return helpful.get(statement);
    }

    /** Returns those of which no other matches all the helpful statements and none of the hindering ones that they do not. */
    List<ElementClass> best(List<ElementClass> classes, Budget budget) {
        List<ElementClass> best = new ArrayList<>();
        List<BitSet> merits = new ArrayList<>();
        for (ElementClass each : classes) {
            budget.spend(1L + best.size());
            BitSet merit = merit(each);
            if (merits.stream().noneMatch(other -> contains(other, merit))) {
                for (int i = merits.size() - 1; i >= 0; i--) {
                    if (contains(merit, merits.get(i))) {
                        merits.remove(i);
                        best.remove(i);
                    }
                }
                merits.add(merit);
                best.add(each);
            }
        }
        return best;
    }

    private BitSet merit(ElementClass each) {
        BitSet merit = new BitSet();
        merit.set(0, statements);
        merit.xor(helpful);
        merit.xor(each.statements());
        return merit;
    }

    private static boolean contains(BitSet all, BitSet some) {
        BitSet rest = (BitSet) some.clone();
        rest.andNot(all);
        return rest.isEmpty();
    }
}
