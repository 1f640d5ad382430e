// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import java.util.ArrayList;
import java.util.List;

/** The lines that differ between two texts, each behind its sign, with a line of context around them. */
final class LineDifference {
    /** Beyond this the table of common lines grows too large, and the texts are shown whole. */
    private static final int MOST_LINES = 2_000;

    private LineDifference() {}

    static List<String> between(List<String> before, List<String> after) {
        boolean large = before.size() > MOST_LINES || after.size() > MOST_LINES;
        return large ? whole(before, after) : withContext(marked(before, after));
    }

    private static List<String> whole(List<String> before, List<String> after) {
        List<String> all = new ArrayList<>();
        before.forEach(line -> all.add("- " + line));
        after.forEach(line -> all.add("+ " + line));
        return all;
    }

    private static List<String> marked(List<String> before, List<String> after) {
        int[][] common = common(before, after);
        List<String> marked = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < before.size() || j < after.size()) {
            if (i < before.size() && j < after.size() && before.get(i).equals(after.get(j))) {
                marked.add("  " + before.get(i));
                i++;
                j++;
            } else if (j == after.size() || (i < before.size() && common[i + 1][j] >= common[i][j + 1])) {
                marked.add("- " + before.get(i++));
            } else {
                marked.add("+ " + after.get(j++));
            }
        }
        return marked;
    }

    /** Returns how many lines the rests from each pair of places have in common, in order. */
    private static int[][] common(List<String> before, List<String> after) {
        int[][] common = new int[before.size() + 1][after.size() + 1];
        for (int i = before.size() - 1; i >= 0; i--) {
            for (int j = after.size() - 1; j >= 0; j--) {
                common[i][j] = before.get(i).equals(after.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    private static List<String> withContext(List<String> marked) {
        List<String> shown = new ArrayList<>();
        boolean gap = false;
        for (int i = 0; i < marked.size(); i++) {
            if (isNearChange(marked, i)) {
                if (gap && !shown.isEmpty()) {
                    shown.add("  ...");
                }
                shown.add(marked.get(i));
                gap = false;
            } else {
                gap = true;
            }
        }
        return shown;
    }

    private static boolean isNearChange(List<String> marked, int index) {
        return marked.subList(Math.max(0, index - 1), Math.min(marked.size(), index + 2)).stream()
                .anyMatch(line -> !line.startsWith("  "));
    }
}
