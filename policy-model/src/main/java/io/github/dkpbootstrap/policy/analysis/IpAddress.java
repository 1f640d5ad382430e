// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.analysis;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An address of 32 bits (version 4) or 128 bits (version 6). An IPv4-mapped IPv6 address stays one of version 6. */
record IpAddress(BigInteger value, int bits) {
    private static final int V4_BITS = 32;
    private static final int V6_BITS = 128;
    private static final int V6_GROUPS = 8;

    /** Reads an address, or returns nothing where the text is none. Never asks a name server. */
    static Optional<IpAddress> parse(String text) {
        return text.indexOf(':') < 0 ? v4(text).map(value -> new IpAddress(value, V4_BITS)) : v6(text);
    }

    private static Optional<BigInteger> v4(String text) {
        String octet = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
        if (!text.matches(octet + "(\\." + octet + "){3}")) {
            return Optional.empty();
        }
        BigInteger value = BigInteger.ZERO;
        for (String each : text.split("\\.", -1)) {
            value = value.shiftLeft(8).or(new BigInteger(each));
        }
        return Optional.of(value);
    }

    private static Optional<IpAddress> v6(String text) {
        int gap = text.indexOf("::");
        if (gap < 0) {
            return groups(text).filter(all -> all.size() == V6_GROUPS).map(IpAddress::ofGroups);
        }
        String front = text.substring(0, gap);
        Optional<List<BigInteger>> head = front.indexOf('.') < 0 ? groups(front) : Optional.empty();
        Optional<List<BigInteger>> tail = groups(text.substring(gap + 2));
        if (head.isEmpty() || tail.isEmpty() || head.get().size() + tail.get().size() >= V6_GROUPS) {
            return Optional.empty();
        }
        List<BigInteger> all = new ArrayList<>(head.get());
        while (all.size() + tail.get().size() < V6_GROUPS) {
            all.add(BigInteger.ZERO);
        }
        all.addAll(tail.get());
        return Optional.of(ofGroups(all));
    }

    /** Reads groups of four hexadecimal digits; the last two may be written as an IPv4 address. */
    private static Optional<List<BigInteger>> groups(String text) {
        List<BigInteger> groups = new ArrayList<>();
        String[] parts = text.isEmpty() ? new String[0] : text.split(":", -1);
        for (int i = 0; i < parts.length; i++) {
            Optional<BigInteger> v4 = i == parts.length - 1 ? v4(parts[i]) : Optional.empty();
            if (v4.isPresent()) {
                groups.add(v4.get().shiftRight(16));
                groups.add(v4.get().and(BigInteger.valueOf(0xFFFF)));
            } else if (parts[i].matches("[0-9A-Fa-f]{1,4}")) {
                groups.add(new BigInteger(parts[i], 16));
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(groups);
    }

    private static IpAddress ofGroups(List<BigInteger> groups) {
        return new IpAddress(
                groups.stream()
                        .reduce(
                                BigInteger.ZERO,
                                (value, group) -> value.shiftLeft(16).or(group)),
                V6_BITS);
    }
}
