// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Faults that wait for their turn: from the first matching occasion that each names, and as often as it names.
 *
 * @param <F> the type of fault
 */
final class Countdown<F> {
    private static final class Waiting<F> {
        private final F fault;
        private final int first;
        private final int count;
        private int seen;

        Waiting(F fault, int first, int count) {
            this.fault = fault;
            this.first = first;
            this.count = count;
        }

        boolean isMet() {
            seen++;
            return seen >= first;
        }

        boolean isOver() {
            return seen - first + 1 >= count;
        }
    }

    private final List<Waiting<F>> waiting = new ArrayList<>();

    void add(F fault, int first, int count) {
        waiting.add(new Waiting<>(fault, first, count));
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    void clear() {
        waiting.clear();
    }

    /** Counts an occasion for each fault that it concerns; returns those whose turn it is, in the order of injection. */
    List<F> met(Predicate<F> concerned) {
        List<Waiting<F>> met = new ArrayList<>();
        for (Waiting<F> candidate : waiting) {
            if (concerned.test(candidate.fault) && candidate.isMet()) {
                met.add(candidate);
            }
        }
        waiting.removeIf(fault -> met.contains(fault) && fault.isOver());
        return met.stream().map(fault -> fault.fault).toList();
    }
}
