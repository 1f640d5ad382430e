// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Finds the ids that somebody may have meant. */
final class NearIds {
    private static final int MOST = 3;

    private NearIds() {}

    /** Returns the nearest ids: those that hold the text or are held by it first, then by the number of edits. */
    static List<String> of(String text, Collection<String> ids) {
        String wanted = text.toUpperCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
        return ids.stream()
                .sorted(Comparator.<String>comparingInt(id -> distance(wanted, id))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(MOST)
                .collect(Collectors.toList());
    }

    private static int distance(String wanted, String id) {
        boolean part = !wanted.isEmpty() && (id.contains(wanted) || wanted.contains(id));
        return part ? 0 : edits(wanted, id);
    }

    private static int edits(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
