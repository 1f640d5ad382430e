// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds the name that somebody may have meant. An edit is a character that is missing, too much or another, or two that
 * changed places; case does not matter.
 */
final class NearNames {
    private NearNames() {}

    /** Returns the nearest of the names that are at most {@code limit} edits away; of several the first by alphabet. */
    static Optional<String> nearest(String text, Collection<String> names, int limit) {
        return names.stream()
                .filter(name -> Math.abs(name.length() - text.length()) <= limit)
                .filter(name -> edits(text, name) <= limit)
                .min(Comparator.<String>comparingInt(name -> edits(text, name))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** Returns the number of edits between two names. */
    static int edits(String one, String other) {
        String a = one.toLowerCase(Locale.ROOT);
        String b = other.toLowerCase(Locale.ROOT);
        int[][] edits = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                edits[i][j] = i == 0 || j == 0 ? i + j : edits(edits, i, j, a, b);
            }
        }
        return edits[a.length()][b.length()];
    }

    private static int edits(int[][] edits, int i, int j, String a, String b) {
        int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int least = Math.min(edits[i - 1][j - 1] + same, Math.min(edits[i - 1][j], edits[i][j - 1]) + 1);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(least, edits[i - 2][j - 2] + 1) : least;
    }
}
