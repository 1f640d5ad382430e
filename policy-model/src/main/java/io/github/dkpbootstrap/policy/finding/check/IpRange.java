// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A range of addresses in CIDR notation, IPv4 or IPv6. */
final class IpRange {
    private static final Pattern V4 =
            Pattern.compile("(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(\\.(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)){3}");
    private static final Pattern V6 = Pattern.compile("[0-9a-fA-F:]*:[0-9a-fA-F:.]*");
    private static final List<String> PRIVATE = List.of(
            "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "127.0.0.0/8", "169.254.0.0/16", "fc00::/7", "fe80::/10");

    private final byte[] address;
    private final int length;

    private IpRange(byte[] address, int length) {
        this.address = address;
        this.length = length;
    }

    /** Reads a range or a single address. */
    static Optional<IpRange> of(String text) {
        int slash = text.indexOf('/');
        String address = slash < 0 ? text : text.substring(0, slash);
        String length = slash < 0 ? "" : text.substring(slash + 1);
        boolean shaped = V4.matcher(address).matches() || V6.matcher(address).matches();
        if (!shaped || (slash >= 0 && !length.matches("\\d{1,3}"))) {
            return Optional.empty();
        }
        return bytes(address)
                .map(bytes -> new IpRange(bytes, length.isEmpty() ? bytes.length * 8 : Integer.parseInt(length)))
                .filter(range -> range.length <= range.address.length * 8);
    }

    /** Returns whether the address has bits beyond the length. */
    boolean hasHostBits() {
        return !Arrays.equals(address, network(length));
    }

    /** Returns this range without bits beyond its length. */
    String masked() {
        return text(network(length)) + "/" + length;
    }

    /** Returns whether all its addresses are private, so that no request from the internet has one of them. */
    boolean isPrivate() {
        return PRIVATE.stream().flatMap(text -> of(text).stream()).anyMatch(range -> range.contains(this));
    }

    private boolean contains(IpRange other) {
        return address.length == other.address.length
                && length <= other.length
                && Arrays.equals(address, other.network(length));
    }

    private byte[] network(int bits) {
        byte[] masked = address.clone();
        for (int bit = bits; bit < address.length * 8; bit++) {
            masked[bit / 8] &= (byte) ~(0x80 >> (bit % 8));
        }
        return masked;
    }

    /** Reads an address whose shape was checked, so that no name is ever looked up. */
    private static Optional<byte[]> bytes(String address) {
        try {
            return Optional.of(InetAddress.getByName(address).getAddress());
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    private static String text(byte[] address) {
        try {
            return InetAddress.getByAddress(address).getHostAddress();
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address has 4 or 16 bytes", e);
        }
    }
}
