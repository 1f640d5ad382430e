// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.proof;

import io.github.dkpbootstrap.policy.Comparison;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** A type of condition values that are compared by what they mean, not by their text (rules 16 and 19). */
interface ValueType {
    /** A text that is no value of any type. */
    String MALFORMED = "x";

    /**
     * One request value for each region into which the values of conditions cut a type. Incomplete where a region may hold
     * values that cannot be written down here.
     */
    record Samples(List<String> texts, boolean complete) {}

    /** Returns whether a value of a request matches {@code wanted}; a negated comparison is asked as its positive. */
    Predicate<String> test(Comparison comparison, String wanted);

    /** Returns samples of all regions, that of malformed texts included. */
    Samples samples(List<String> wanted);

    /** Returns the type of a family's values; nothing for those that are compared as text, or not at all. */
    static Optional<ValueType> of(Comparison.Family family) {
        return switch (family) {
            case NUMERIC -> Optional.of(new NumberValues());
            case DATE -> Optional.of(new DateValues());
            case IP -> Optional.of(new AddressValues());
            case BINARY -> Optional.of(new BinaryValues());
            case STRING, ARN, BOOL, NULL -> Optional.empty();
        };
    }

    /** Returns the test of an operator on ordered values; a text that {@code read} takes for none matches nothing. */
    static <T extends Comparable<T>> Predicate<String> ordered(
            Comparison comparison, String wanted, Function<String, Optional<T>> read) {
        Optional<T> bound = read.apply(wanted);
        return given -> bound.isPresent()
                && read.apply(given)
                        .map(value -> isOrdered(comparison, value, bound.get()))
                        .orElse(false);
    }

    /** Returns whether a value stands to another as an operator on ordered values wants. */
    private static <T extends Comparable<T>> boolean isOrdered(Comparison comparison, T given, T wanted) {
        int order = given.compareTo(wanted);
        return switch (comparison) {
            case NUMERIC_LESS_THAN, DATE_LESS_THAN -> order < 0;
            case NUMERIC_LESS_THAN_EQUALS, DATE_LESS_THAN_EQUALS -> order <= 0;
            case NUMERIC_GREATER_THAN, DATE_GREATER_THAN -> order > 0;
            case NUMERIC_GREATER_THAN_EQUALS, DATE_GREATER_THAN_EQUALS -> order >= 0;
            default -> order == 0;
        };
    }
}
