// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.engine;

import java.util.Arrays;
import java.util.Map;

/**
 * Values by action or service prefix, in ASCII, upper and lower case ignored: a hash table that is asked with a part of
 * a text, so that no request is copied or changed to lower case.
 */
final class ActionTable<V> {
    static final int SEED = 17;
    private static final int LOWER_CASE_BIT = 0x20;
    private static final int ROTATION = 5;
    private static final int SPREAD = 0x9E3779B9;

    private final String[] keys;
    private final Object[] values;
    private final V absent;
    private final int mask;

    /** Creates a table of lower-case keys; {@code absent} is what it has for every other. */
    ActionTable(Map<String, V> entries, V absent) {
        this.absent = absent;
        int size = Integer.highestOneBit(Math.max(1, entries.size())) * 4;
        mask = size - 1;
        keys = new String[size];
        values = new Object[size];
        Arrays.fill(keys, "");
        entries.forEach(this::put);
    }

    /** Continues a hash by a character; those that differ only by case count as the same. */
    static int hash(int hash, char character) {
        return Integer.rotateLeft(hash, ROTATION) ^ (character | LOWER_CASE_BIT);
    }

    /** Returns what is there for the first {@code length} characters of {@code text}, whose hash is given. */
    @SuppressWarnings("unchecked") // only values of that type are put
    V get(int hash, String text, int length) {
        for (int slot = slot(hash); !keys[slot].isEmpty(); slot = (slot + 1) & mask) {
            String key = keys[slot];
            if (key.length() == length && isSame(text, key)) {
                return (V) values[slot];
            }
        }
        return absent;
    }

    /** Compares what both have in common in length; every key is in lower case. */
    private static boolean isSame(String text, String key) {
        for (int i = 0; i < key.length(); i++) {
            char wanted = key.charAt(i);
            char given = text.charAt(i);
            if (given != wanted && (given < 'A' || given > 'Z' || (given | LOWER_CASE_BIT) != wanted)) {
                return false;
            }
        }
        return true;
    }

    private void put(String key, V value) {
        int hash = SEED;
        for (int i = 0; i < key.length(); i++) {
            hash = hash(hash, key.charAt(i));
        }
        int slot = slot(hash);
        while (!keys[slot].isEmpty()) {
            slot = (slot + 1) & mask;
        }
        keys[slot] = key;
        values[slot] = value;
    }

    private int slot(int hash) {
        int spread = hash * SPREAD;
        return (spread ^ (spread >>> 16)) & mask;
    }
}
