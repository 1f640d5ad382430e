// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.analysis;

import io.github.dkpbootstrap.policy.Comparison;
import java.math.BigInteger;
import java.util.Optional;

/**
 * The operators on addresses: an address within a range of the same version. A range without a length is one address;
 * bits of a range beyond its length do not count.
 */
final class IpTest implements ValueTest {
    @Override
    public boolean matches(Comparison comparison, String given, String wanted) {
        int slash = wanted.indexOf('/');
        Optional<IpAddress> range = IpAddress.parse(slash < 0 ? wanted : wanted.substring(0, slash));
        Optional<IpAddress> address = IpAddress.parse(given);
        if (range.isEmpty()
                || address.isEmpty()
                || range.get().bits() != address.get().bits()) {
            return false;
        }
        int bits = range.get().bits();
        return length(slash < 0 ? Integer.toString(bits) : wanted.substring(slash + 1), bits)
                .map(length -> prefix(range.get(), length).equals(prefix(address.get(), length)))
                .orElse(false);
    }

    private static Optional<Integer> length(String text, int bits) {
        return text.matches("0|[1-9][0-9]{0,2}")
                ? Optional.of(Integer.valueOf(text)).filter(length -> length <= bits)
                : Optional.empty();
    }

    private static BigInteger prefix(IpAddress address, int length) {
        return address.value().shiftRight(address.bits() - length);
    }
}
