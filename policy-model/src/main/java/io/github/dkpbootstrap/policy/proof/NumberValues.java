// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.proof;

import io.github.dkpbootstrap.policy.Comparison;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Decimal numbers: the regions are the values of the conditions and what lies between, below and above them. */
final class NumberValues implements ValueType {
    private static final Pattern SYNTAX = Pattern.compile("[+-]?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]{1,4})?");
    private static final int MAX_LENGTH = 100;
    /** About the largest number that can be written. */
    private static final BigDecimal LARGEST = new BigDecimal("9." + "9".repeat(90) + "E9999");

    @Override
    public Predicate<String> test(Comparison comparison, String wanted) {
        return ValueType.ordered(comparison, wanted, NumberValues::read);
    }

    @Override
    public Samples samples(List<String> wanted) {
        TreeSet<BigDecimal> bounds = new TreeSet<>();
        wanted.forEach(text -> read(text).ifPresent(bounds::add));
        boolean complete = bounds.isEmpty()
                || (bounds.last().compareTo(LARGEST) < 0 && bounds.first().compareTo(LARGEST.negate()) > 0);
        bounds.add(LARGEST);
        bounds.add(LARGEST.negate());
        List<String> texts = new ArrayList<>(List.of(MALFORMED));
        Optional<BigDecimal> before = Optional.empty();
        for (BigDecimal bound : bounds) {
            if (before.isPresent()) {
                Optional<String> between = between(before.get(), bound);
                between.ifPresent(texts::add);
                complete &= between.isPresent();
            }
            texts.add(bound.toString());
            before = Optional.of(bound);
        }
        return new Samples(
                texts,
                complete && texts.stream().skip(1).allMatch(text -> read(text).isPresent()));
    }

    /** Returns the text of a number between two others, as short as can be had. */
    private static Optional<String> between(BigDecimal low, BigDecimal high) {
        if (low.signum() < 0 && high.signum() > 0) {
            return Optional.of("0");
        }
        if (high.signum() <= 0) {
            return betweenPositive(high.negate(), low.negate())
                    .map(BigDecimal::negate)
                    .map(NumberValues::text);
        }
        return betweenPositive(low, high).map(NumberValues::text);
    }

    /** Numbers of other sizes have a power of ten between them; only those of one size are added up, which is costly else. */
    private static Optional<BigDecimal> betweenPositive(BigDecimal low, BigDecimal high) {
        int size = low.signum() == 0 ? size(high) - 2 : size(low);
        BigDecimal power = low.signum() == 0 && high.compareTo(BigDecimal.ONE) > 0
                ? BigDecimal.ONE
                : BigDecimal.ONE.scaleByPowerOfTen(size);
        if (isBetween(low, power, high)) {
            return Optional.of(power);
        }
        BigDecimal middle = low.add(high).divide(BigDecimal.valueOf(2));
        for (int digits = 1; digits <= MAX_LENGTH; digits++) {
            BigDecimal rounded = middle.round(new MathContext(digits, RoundingMode.HALF_UP));
            if (isBetween(low, rounded, high)) {
                return Optional.of(rounded).filter(number -> read(text(number)).isPresent());
            }
        }
        return Optional.empty();
    }

    private static boolean isBetween(BigDecimal low, BigDecimal number, BigDecimal high) {
        return number.compareTo(low) > 0 && number.compareTo(high) < 0;
    }

    /** Returns the power of ten above a number: 1 for those from 1 up to 10. */
    private static int size(BigDecimal number) {
        return number.precision() - number.scale();
    }

    private static String text(BigDecimal number) {
        boolean isShort = Math.abs(number.scale()) < 10 && number.precision() < 20;
        return isShort ? number.toPlainString() : number.toString();
    }

    private static Optional<BigDecimal> read(String text) {
        return text.length() <= MAX_LENGTH && SYNTAX.matcher(text).matches()
                ? Optional.of(new BigDecimal(text))
                : Optional.empty();
    }
}
