// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.deploy;

import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Supplier;

/**
 * What the process knows of where its output goes.
 *
 * @param environment the environment's variables
 * @param terminal whether standard input and output are a terminal
 * @param system the operating system's name
 * @param charset what characters standard output takes
 * @param window asks for the width of the window
 */
record Surroundings(
        Map<String, String> environment,
        Attached terminal,
        String system,
        Charset charset,
        Supplier<OptionalInt> window) {
    private static final int USUAL_COLUMNS = 80;
    private static final int LONGEST_NUMBER = 4;

    /** What standard input and output are attached to. */
    enum Attached {
        /** A terminal, both of them. */
        TERMINAL,
        /** A file, a pipe, or nothing. */
        SOMETHING_ELSE
    }

    static Surroundings ofProcess() {
        return new Surroundings(
                System.getenv(),
                TerminalProbe.attached(),
                System.getProperty("os.name", ""),
                TerminalProbe.charset(),
                TerminalProbe::columns);
    }

    /** Returns whether somebody looks at a terminal that can redraw lines. */
    boolean isLive() {
        return terminal == Attached.TERMINAL
                && isColoured()
                && (variable("CI").isEmpty() || variable("CI").equalsIgnoreCase("false"))
                && understandsEscapes();
    }

    /** Returns whether colour is not unwanted. */
    boolean isColoured() {
        return variable("NO_COLOR").isEmpty();
    }

    Glyphs glyphs() {
        return Glyphs.of(charset);
    }

    /** Returns how wide the window is. */
    int columns() {
        String columns = variable("COLUMNS");
        if (columns.matches("[1-9][0-9]*") && columns.length() <= LONGEST_NUMBER) {
            return Integer.parseInt(columns);
        }
        return window.get().orElse(USUAL_COLUMNS);
    }

    private boolean understandsEscapes() {
        String term = variable("TERM");
        if (!term.isEmpty()) {
            return !term.equals("dumb");
        }
        boolean windows = system.toLowerCase(Locale.ROOT).startsWith("windows");
        return windows
                && (!variable("WT_SESSION").isEmpty() || variable("ConEmuANSI").equals("ON"));
    }

    private String variable(String name) {
        return environment.getOrDefault(name, "");
    }
}
