// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import java.util.List;
import java.util.function.BiPredicate;

/** Finds what other entries of a list cover. */
final class Redundancy {
    private Redundancy() {}

    /**
     * Calls back with each entry that another covers, and with the one that covers it. Of two that cover each other the
     * later one counts as redundant.
     */
    static <T> void find(
            List<At<T>> entries, BiPredicate<T, T> covers, java.util.function.BiConsumer<At<T>, At<T>> found) {
        for (int i = 0; i < entries.size(); i++) {
            for (int j = 0; j < entries.size(); j++) {
                At<T> entry = entries.get(i);
                At<T> other = entries.get(j);
                if (i != j
                        && covers.test(other.value(), entry.value())
                        && (j < i || !covers.test(entry.value(), other.value()))) {
                    found.accept(entry, other);
                    break;
                }
            }
        }
    }
}
