// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.report.page;

import java.util.Locale;

/**
 * Text in which nothing is hidden: what has no shape of its own, such as control characters, marks that turn the direction
 * of writing, joiners and unusual spaces, is written by its number, as in {@code [U+202E]}.
 */
final class VisibleText {
    private static final String SPACE = "[U+0020]";

    private VisibleText() {}

    static String of(String text) {
        if (text.codePoints().allMatch(VisibleText::isVisible)) {
            return text;
        }
        StringBuilder visible = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            if (isVisible(c)) {
                visible.appendCodePoint(c);
            } else {
                visible.append(String.format(Locale.ROOT, "[U+%04X]", c));
            }
        });
        return visible.toString();
    }

    /** Returns text that stands so in a policy: at least something to see, and no space at its ends that is not. */
    static String code(String text) {
        if (text.isEmpty()) {
            return "(empty)";
        }
        String visible = of(text);
        int from = 0;
        while (from < visible.length() && visible.charAt(from) == ' ') {
            from++;
        }
        int to = visible.length();
        while (to > from && visible.charAt(to - 1) == ' ') {
            to--;
        }
        return SPACE.repeat(from) + visible.substring(from, to) + SPACE.repeat(visible.length() - to);
    }

    private static boolean isVisible(int c) {
        return c == ' ' || (!isBlank(c) && !isHangulFiller(c));
    }

    private static boolean isBlank(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SPACE_SEPARATOR,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK -> true;
            default -> false;
        };
    }

    /** Letters by their category that have no ink: the fillers of Hangul and the blank pattern of Braille. */
    private static boolean isHangulFiller(int c) {
        return c == 0x115F || c == 0x1160 || c == 0x3164 || c == 0xFFA0 || c == 0x2800;
    }
}
