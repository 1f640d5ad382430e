// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.proof;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The characters that {@link String#equalsIgnoreCase} takes for the same, of which there can be more than two. */
final class CaseFolding {
    private static final int LAST_WITH_CASE = 0x1FFFF;

    private CaseFolding() {}

    /** Returns all characters that equal this one when case is ignored, itself included. */
    static List<Integer> variants(int character) {
        return Table.VARIANTS.getOrDefault(fold(character), List.of(character));
    }

    static int fold(int character) {
        return Character.toLowerCase(Character.toUpperCase(character));
    }

    /** Made when case first matters. */
    private static final class Table {
        private static final Map<Integer, List<Integer>> VARIANTS = variants();

        private static Map<Integer, List<Integer>> variants() {
            Map<Integer, List<Integer>> variants = new HashMap<>();
            for (int character = 0; character <= LAST_WITH_CASE; character++) {
                int fold = fold(character);
                if (fold != character || Character.toUpperCase(character) != character) {
                    variants.computeIfAbsent(fold, any -> new ArrayList<>()).add(character);
                }
            }
            variants.forEach((fold, all) -> {
                if (!all.contains(fold)) {
                    all.add(fold);
                }
            });
            return variants;
        }
    }
}
