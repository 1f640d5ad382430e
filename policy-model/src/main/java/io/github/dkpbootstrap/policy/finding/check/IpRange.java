// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.proof.Address;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/** A range of addresses in CIDR notation, IPv4 or IPv6. */
final class IpRange {
    private static final List<String> PRIVATE = List.of(
            "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "127.0.0.0/8", "169.254.0.0/16", "fc00::/7", "fe80::/10");

    private final Address address;
    private final int length;

    private IpRange(Address address, int length) {
        this.address = address;
        this.length = length;
    }

    /** Reads a range or a single address. */
    static Optional<IpRange> of(String text) {
        int slash = text.indexOf('/');
        String length = slash < 0 ? "" : text.substring(slash + 1);
        if (slash >= 0 && !length.matches("[0-9]{1,3}")) {
            return Optional.empty();
        }
        return Address.read(slash < 0 ? text : text.substring(0, slash))
                .map(address -> new IpRange(address, slash < 0 ? address.bits() : Integer.parseInt(length)))
                .filter(range -> range.length <= range.address.bits());
    }

    /** Returns whether the address has bits beyond the length. */
    boolean hasHostBits() {
        return !address.value().equals(network(length));
    }

    /** Returns this range without bits beyond its length. */
    String masked() {
        return new Address(network(length), address.bits()).text() + "/" + length;
    }

    /** Returns whether all its addresses are private, so that no request from the internet has one of them. */
    boolean isPrivate() {
        return PRIVATE.stream().flatMap(text -> of(text).stream()).anyMatch(range -> range.contains(this));
    }

    private boolean contains(IpRange other) {
        return address.bits() == other.address.bits()
                && length <= other.length
                && address.value().equals(other.network(length));
    }

    private BigInteger network(int bits) {
        int beyond = address.bits() - bits;
        return address.value().shiftRight(beyond).shiftLeft(beyond);
    }
}
