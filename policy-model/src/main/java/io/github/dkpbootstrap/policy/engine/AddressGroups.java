// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.engine;

import java.util.Optional;

/** Reads an IPv6 address: groups of up to four hexadecimal digits, one gap, perhaps IPv4 at the end. Not thread-safe. */
final class AddressGroups {
    private static final int GROUPS = 8;
    private static final int MAX_DIGITS = 4;
    private static final int NO_GAP = -1;

    private final int[] groups = new int[GROUPS];
    private int count;
    private int gap = NO_GAP;

    private AddressGroups() {}

    static Optional<Address> read(String text) {
        AddressGroups groups = new AddressGroups();
        int split = text.indexOf("::");
        boolean read = split < 0
                ? groups.addAll(text, true) && groups.count == GROUPS
                : groups.aroundGap(text.substring(0, split), text.substring(split + 2));
        return read ? Optional.of(groups.address()) : Optional.empty();
    }

    private boolean aroundGap(String head, String tail) {
        if (!head.isEmpty() && !addAll(head, false)) {
            return false;
        }
        gap = count;
        return (tail.isEmpty() || addAll(tail, true)) && count < GROUPS;
    }

    private boolean addAll(String text, boolean isEnd) {
        int start = 0;
        for (int colon = text.indexOf(':'); colon >= 0; colon = text.indexOf(':', start)) {
            if (!addHexadecimal(text.substring(start, colon))) {
                return false;
            }
            start = colon + 1;
        }
        String last = text.substring(start);
        return addHexadecimal(last) || (isEnd && addV4(last));
    }

    private boolean addHexadecimal(String digits) {
        if (digits.isEmpty() || digits.length() > MAX_DIGITS || count == GROUPS) {
            return false;
        }
        int group = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = "0123456789abcdef".indexOf(digits.charAt(i) | 0x20);
            if (digit < 0 || digits.charAt(i) < '0') {
                return false;
            }
            group = group << 4 | digit;
        }
        groups[count++] = group;
        return true;
    }

    private boolean addV4(String text) {
        Optional<Address> v4 = Address.v4(text);
        if (v4.isEmpty() || count + 2 > GROUPS) {
            return false;
        }
        groups[count++] = (int) (v4.get().high() >>> 48);
        groups[count++] = (int) (v4.get().high() >>> 32) & 0xFFFF;
        return true;
    }

    private Address address() {
        int[] all = new int[GROUPS];
        int before = gap == NO_GAP ? count : gap;
        System.arraycopy(groups, 0, all, 0, before);
        System.arraycopy(groups, before, all, GROUPS - (count - before), count - before);
        return new Address(Address.V6, half(all, 0), half(all, GROUPS / 2));
    }

    private static long half(int[] groups, int from) {
        long half = 0;
        for (int i = from; i < from + GROUPS / 2; i++) {
            half = half << 16 | groups[i];
        }
        return half;
    }
}
