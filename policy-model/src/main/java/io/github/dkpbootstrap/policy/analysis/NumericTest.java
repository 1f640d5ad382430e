// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.analysis;

import io.github.dkpbootstrap.policy.Comparison;
import java.math.BigDecimal;
import java.util.Optional;

/** The Numeric operators: decimal numbers compared by value, {@code 1.0} equal to {@code 1}. */
final class NumericTest implements ValueTest {
    private static final int MAX_LENGTH = 100;

    @Override
    public boolean matches(Comparison comparison, String given, String wanted) {
        Optional<BigDecimal> left = number(given);
        Optional<BigDecimal> right = number(wanted);
        return left.isPresent() && right.isPresent() && Order.holds(comparison, left.get(), right.get());
    }

    /** Exponents of up to four digits, so that no two numbers are costly to compare. */
    private static Optional<BigDecimal> number(String text) {
        return text.length() <= MAX_LENGTH && text.matches("[+-]?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]{1,4})?")
                ? Optional.of(new BigDecimal(text))
                : Optional.empty();
    }
}
