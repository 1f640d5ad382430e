// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.report.page;

import java.util.Locale;

/**
 * Text in which nothing is hidden: what has no shape of its own, such as control characters, marks that turn the direction
 * of writing, joiners and unusual spaces, is written by its number, as in {@code [U+202E]}.
 */
final class VisibleText {
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

    private static boolean isVisible(int c) {
        return c == ' ' || !isBlank(c) && !isHangulFiller(c);
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
