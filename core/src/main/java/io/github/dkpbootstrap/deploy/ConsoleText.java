// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.deploy;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Fits text into lines. */
final class ConsoleText {
    /** What would move the cursor, colour the terminal, or turn the direction of writing. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\s]+");

    private ConsoleText() {}

    /** Returns AWS's text on one line, with nothing in it that a terminal would obey. */
    static String clean(String text) {
        return INVISIBLE.matcher(text).replaceAll(" ").strip();
    }

    /** Returns the text if it is no wider than {@code width}, else its beginning with a mark that it goes on. */
    static String cut(String text, int width, String mark) {
        if (text.codePointCount(0, text.length()) <= width) {
            return text;
        }
        int end = text.offsetByCodePoints(0, width - mark.length());
        return text.substring(0, end).stripTrailing() + mark;
    }

    /**
     * Returns the whole text on lines of at most {@code width}, those after the first indented: broken at spaces, and within
     * a word only where that is longer than a line.
     */
    static List<String> wrap(String text, int width, int indent) {
        List<String> lines = new ArrayList<>();
        String rest = text.stripTrailing();
        while (rest.codePointCount(0, rest.length()) > width) {
            int most = rest.offsetByCodePoints(0, width);
            int space = rest.lastIndexOf(' ', most);
            int end = space > indent ? space : withinWord(rest, most, indent);
            lines.add(rest.substring(0, end).stripTrailing());
            rest = " ".repeat(indent) + rest.substring(end).strip();
        }
        lines.add(rest);
        return lines;
    }

    /** Breaks an ARN or a path after a separator, if there is one in the right half of the line. */
    private static int withinWord(String text, int most, int indent) {
        int separator = Math.max(text.lastIndexOf('/', most - 1), text.lastIndexOf(':', most - 1));
        return separator > (most + indent) / 2 ? separator + 1 : most;
    }
}
