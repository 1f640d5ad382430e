// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.engine;

import java.util.Optional;

/** A range of addresses, {@code address/length}; without a length it is one address. */
record AddressRange(Address start, int length) {
    static Optional<AddressRange> read(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return Address.read(text).map(address -> new AddressRange(address, address.bits()));
        }
        int length = length(text.substring(slash + 1));
        return Address.read(text.substring(0, slash))
                .filter(address -> length >= 0 && length <= address.bits())
                .map(address -> new AddressRange(address, length));
    }

    boolean contains(Address address) {
        return start.sharesPrefix(address, length);
    }

    /** Returns a number of up to three digits without leading zeros, or -1. */
    private static int length(String text) {
        int digits = new Scanner(text).digits();
        boolean isNumber = digits > 0 && digits <= 3 && digits == text.length();
        return isNumber && (digits == 1 || text.charAt(0) != '0') ? Integer.parseInt(text) : -1;
    }
}
