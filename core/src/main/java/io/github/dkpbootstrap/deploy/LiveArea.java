// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.deploy;

import java.util.List;

/**
 * Lines at the bottom of a terminal that are drawn anew with each frame, below lines that stay. Each frame leaves the cursor
 * at the start of the line below and every mode as it was, so that whatever ends the process leaves nothing to restore.
 */
final class LiveArea {
    private static final String UP = "\033[%dA";
    private static final String ERASE_BELOW = "\033[J";
    /** A line that is wider than the window, because that has shrunk, is cut by the terminal then. */
    private static final String NO_WRAP = "\033[?7l";

    private static final String WRAP = "\033[?7h";

    private final ConsoleOutput out;
    private int height;

    LiveArea(ConsoleOutput out) {
        this.out = out;
    }

    /** Puts {@code staying} where the area was, and the area with new lines below. */
    void draw(List<String> staying, List<String> live) {
        StringBuilder frame = new StringBuilder();
        if (height > 0) {
            frame.append(UP.formatted(height)).append('\r').append(ERASE_BELOW);
        }
        staying.forEach(line -> frame.append(line).append('\n'));
        if (!live.isEmpty()) {
            frame.append(NO_WRAP);
            live.forEach(line -> frame.append(line).append('\n'));
            frame.append(WRAP);
        }
        height = live.size();
        if (!frame.isEmpty()) {
            out.write(frame.toString());
        }
    }
}
