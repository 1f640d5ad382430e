// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.report.page;

/** How a part of a page is coloured. The text says the same: colour is never the only signal. */
public enum Tone {
    /** Nothing special. */
    PLAIN("plain"),
    /** What grants. */
    ALLOW("allow"),
    /** What takes away. */
    DENY("deny"),
    /** What a reviewer should look at first. */
    ALERT("alert");

    private final String css;

    Tone(String css) {
        this.css = css;
    }

    String css() {
        return css;
    }
}
