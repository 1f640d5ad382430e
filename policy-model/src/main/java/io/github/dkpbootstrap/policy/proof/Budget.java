// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.proof;

/** Counts the steps of a search, so that the worst of all inputs ends in bounded time and memory. Not thread-safe. */
final class Budget {
    private long left;

    Budget(long steps) {
        left = steps;
    }

    /** @throws SpentException when nothing is left */
    void spend(long steps) {
        left -= steps;
        if (left < 0) {
            throw new SpentException();
        }
    }

    /** Spends steps if that many are left; otherwise nothing is left from now on. */
    boolean trySpend(long steps) {
        left -= steps;
        return left >= 0;
    }

    /** The budget is spent; caught where the search was started. */
    static final class SpentException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        SpentException() {
            super("the budget of the search is spent", null, false, false);
        }
    }
}
