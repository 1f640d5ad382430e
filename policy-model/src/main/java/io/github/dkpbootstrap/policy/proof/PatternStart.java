// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.proof;

import java.util.Optional;

/** The plain text that a pattern starts with: what is in front of its first wildcard or variable. */
public final class PatternStart {
    private PatternStart() {}

    /** Returns false where {@code narrow} starts otherwise than all that {@code wide} can match; intrinsics may cover. */
    public static boolean mayCover(Optional<String> wide, Optional<String> narrow) {
        return wide.isEmpty()
                || narrow.isEmpty()
                || narrow.get().startsWith(wide.get().substring(0, length(wide.get())));
    }

    /** Returns whether a pattern is nothing but plain text. */
    public static boolean isWhole(String pattern) {
        return length(pattern) == pattern.length();
    }

    /** Returns how many characters stand in front of the first wildcard or variable. */
    public static int length(String pattern) {
        int length = 0;
        while (length < pattern.length() && "*?$".indexOf(pattern.charAt(length)) < 0) {
            length++;
        }
        return length;
    }
}
