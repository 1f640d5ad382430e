// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.engine;

import java.util.Optional;

/** The text that a value without wildcards is for a request, made in advance where no variable is in it. */
final class FilledText {
    private final Template template;
    private final Optional<String> fixed;

    FilledText(Template template) {
        this.template = template;
        fixed = template.fixed().map(FilledText::text);
    }

    /** Returns the text that this is for every request; nothing if there are variables. */
    Optional<String> fixed() {
        return fixed;
    }

    /** Returns the text; nothing, so that nothing matches, if a variable has neither value nor default. */
    Optional<String> text(RequestView request) {
        return fixed.isPresent() ? fixed : template.fill(request).map(FilledText::text);
    }

    private static String text(int... symbols) {
        return new String(symbols, 0, symbols.length);
    }
}
