// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.proof;

import io.github.dkpbootstrap.policy.Comparison;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Addresses: the ranges of the conditions cut those of each version into intervals. */
final class AddressValues implements ValueType {
    private static final Pattern LENGTH = Pattern.compile("0|[1-9][0-9]{0,2}");

    /** The addresses from {@code first} up to, without, {@code end}. */
    private record Range(int bits, BigInteger first, BigInteger end) {
        boolean has(Address address) {
            return address.bits() == bits
                    && address.value().compareTo(first) >= 0
                    && address.value().compareTo(end) < 0;
        }
    }

    @Override
    public Predicate<String> test(Comparison comparison, String wanted) {
        Optional<Range> range = range(wanted);
        return given ->
                range.isPresent() && Address.read(given).map(range.get()::has).orElse(false);
    }

    @Override
    public Samples samples(List<String> wanted) {
        List<String> texts = new ArrayList<>(List.of(MALFORMED));
        for (int bits : List.of(Address.V4_BITS, Address.V6_BITS)) {
            TreeSet<BigInteger> starts = new TreeSet<>(List.of(BigInteger.ZERO));
            for (String text : wanted) {
                range(text).filter(range -> range.bits() == bits).ifPresent(range -> {
                    starts.add(range.first());
                    starts.add(range.end());
                });
            }
            starts.remove(BigInteger.ONE.shiftLeft(bits));
            starts.forEach(start -> texts.add(new Address(start, bits).text()));
        }
        return new Samples(texts, true);
    }

    private static Optional<Range> range(String text) {
        int slash = text.indexOf('/');
        Optional<Address> address = Address.read(slash < 0 ? text : text.substring(0, slash));
        if (address.isEmpty()) {
            return Optional.empty();
        }
        int bits = address.get().bits();
        String length = slash < 0 ? Integer.toString(bits) : text.substring(slash + 1);
        if (!LENGTH.matcher(length).matches() || Integer.parseInt(length) > bits) {
            return Optional.empty();
        }
        int free = bits - Integer.parseInt(length);
        BigInteger prefix = address.get().value().shiftRight(free);
        return Optional.of(new Range(
                bits, prefix.shiftLeft(free), prefix.add(BigInteger.ONE).shiftLeft(free)));
    }
}
