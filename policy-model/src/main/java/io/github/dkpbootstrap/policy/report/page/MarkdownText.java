// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.report.page;

import java.util.regex.Pattern;

/** Text in Markdown that means itself, whatever it is. */
final class MarkdownText {
    private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_\\[\\]<>|&~#!]");
    private static final Pattern SCHEME = Pattern.compile(":(?=//)");
    private static final Pattern WWW = Pattern.compile("(?i)(www)\\.");
    private static final Pattern TICKS = Pattern.compile("`+");

    private MarkdownText() {}

    static String plain(String text) {
        String escaped = SPECIAL.matcher(VisibleText.of(text)).replaceAll("\\\\$0");
        return WWW.matcher(SCHEME.matcher(escaped).replaceAll("\\\\:")).replaceAll("$1\\\\.");
    }

    /** Returns a code span: its fence is longer than any run of backticks in it. */
    static String code(String text) {
        String visible = VisibleText.code(text);
        int longest = TICKS.matcher(visible)
                .results()
                .mapToInt(run -> run.end() - run.start())
                .max()
                .orElse(0);
        String fence = "`".repeat(longest + 1);
        String pad = visible.startsWith("`") || visible.endsWith("`") ? " " : "";
        return fence + pad + visible + pad + fence;
    }
}
