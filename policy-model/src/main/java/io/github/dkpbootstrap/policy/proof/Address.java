// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.proof;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address of version 4 or 6 as a number. Reading one never asks a name server.
 *
 * @param value the number
 * @param bits 32 or 128
 */
public record Address(BigInteger value, int bits) {
    static final int V4_BITS = 32;
    static final int V6_BITS = 128;
    private static final int GROUPS = 8;
    private static final String OCTET = "(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])";
    private static final Pattern V4 = Pattern.compile(OCTET + "\\." + OCTET + "\\." + OCTET + "\\." + OCTET);
    private static final Pattern GROUP = Pattern.compile("[0-9A-Fa-f]{1,4}");

    /** Reads an address; nothing where the text is none. */
    public static Optional<Address> read(String text) {
        if (text.indexOf(':') < 0) {
            return octets(text).map(value -> new Address(BigInteger.valueOf(value), V4_BITS));
        }
        int gap = text.indexOf("::");
        if (gap < 0) {
            return groups(text).filter(all -> all.size() == GROUPS).map(Address::ofGroups);
        }
        String front = text.substring(0, gap);
        Optional<List<Integer>> head = front.indexOf('.') < 0 ? groups(front) : Optional.empty();
        Optional<List<Integer>> tail = groups(text.substring(gap + 2));
        if (head.isEmpty() || tail.isEmpty() || head.get().size() + tail.get().size() >= GROUPS) {
            return Optional.empty();
        }
        List<Integer> all = new ArrayList<>(head.get());
        all.addAll(Collections.nCopies(GROUPS - all.size() - tail.get().size(), 0));
        all.addAll(tail.get());
        return Optional.of(ofGroups(all));
    }

    /** Returns the address as it is written: four numbers, or eight groups. */
    public String text() {
        boolean isV4 = bits == V4_BITS;
        int width = isV4 ? 8 : 16;
        StringBuilder text = new StringBuilder();
        for (int at = bits - width; at >= 0; at -= width) {
            int part = value.shiftRight(at).intValue() & ((1 << width) - 1);
            text.append(isV4 ? Integer.toString(part) : Integer.toHexString(part));
            if (at > 0) {
                text.append(isV4 ? '.' : ':');
            }
        }
        return text.toString();
    }

    private static Optional<Long> octets(String text) {
        Matcher matcher = V4.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long value = 0;
        for (int i = 1; i <= 4; i++) {
            value = value << 8 | Integer.parseInt(matcher.group(i));
        }
        return Optional.of(value);
    }

    /** Reads groups; the last two can be written as an address of version 4. */
    private static Optional<List<Integer>> groups(String text) {
        List<Integer> groups = new ArrayList<>();
        if (text.isEmpty()) {
            return Optional.of(groups);
        }
        String[] parts = text.split(":", -1);
        for (int i = 0; i < parts.length; i++) {
            Optional<Long> octets = i == parts.length - 1 ? octets(parts[i]) : Optional.empty();
            if (octets.isPresent()) {
                groups.add((int) (octets.get() >>> 16));
                groups.add((int) (octets.get() & 0xFFFF));
            } else if (GROUP.matcher(parts[i]).matches()) {
                groups.add(Integer.parseInt(parts[i], 16));
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(groups);
    }

    private static Address ofGroups(List<Integer> groups) {
        BigInteger value = BigInteger.ZERO;
        for (int group : groups) {
            value = value.shiftLeft(16).or(BigInteger.valueOf(group));
        }
        return new Address(value, V6_BITS);
    }
}
