// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.engine;

import java.util.Optional;

/** An IP address as 128 bits; of IPv4, the first 32 are used (rule 16e). */
record Address(int bits, long high, long low) {
    static final int V4 = 32;
    static final int V6 = 128;

    private static final int HALF = 64;

    static Optional<Address> read(String text) {
        return text.indexOf(':') < 0 ? v4(text) : AddressGroups.read(text);
    }

    /** Reads four octets without leading zeros. */
    static Optional<Address> v4(String text) {
        long value = 0;
        int start = 0;
        for (int octet = 0; octet < 4; octet++) {
            int end = octet < 3 ? text.indexOf('.', start) : text.length();
            int number = end < 0 ? -1 : octet(text, start, end);
            if (number < 0) {
                return Optional.empty();
            }
            value = value << 8 | number;
            start = end + 1;
        }
        return Optional.of(new Address(V4, value << (HALF - V4), 0));
    }

    private static int octet(String text, int start, int end) {
        int length = end - start;
        if (length < 1 || length > 3 || (length > 1 && text.charAt(start) == '0')) {
            return -1;
        }
        int number = 0;
        for (int i = start; i < end; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = 10 * number + digit;
        }
        return number <= 255 ? number : -1;
    }

    /** Returns whether both are of one version and begin with the same {@code length} bits. */
    boolean sharesPrefix(Address other, int length) {
        return bits == other.bits
                && ((high ^ other.high) & mask(length)) == 0
                && ((low ^ other.low) & mask(length - HALF)) == 0;
    }

    private static long mask(int length) {
        return length <= 0 ? 0 : -1L << (HALF - Math.min(length, HALF));
    }
}
