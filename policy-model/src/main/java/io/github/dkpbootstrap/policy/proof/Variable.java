// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.proof;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A policy variable: its key, what stands for it where the key has no value, and where in a text it ends. */
record Variable(String key, Optional<String> fallback, int end) {
    private static final Pattern SYNTAX =
            Pattern.compile("\\$\\{([^,}]{0,512})(?:,\\s{0,8}'([^']{0,2048})'\\s{0,8})?\\}");

    /** Reads the variable that starts at a place of a text; nothing where none does (rule 13f). */
    static Optional<Variable> at(String text, int start) {
        if (!text.startsWith("${", start)) {
            return Optional.empty();
        }
        Matcher matcher = SYNTAX.matcher(text).region(start, text.length());
        return matcher.lookingAt()
                ? Optional.of(
                        new Variable(matcher.group(1).strip(), Optional.ofNullable(matcher.group(2)), matcher.end()))
                : Optional.empty();
    }

    /** Returns whether this is <code>${*}</code>, <code>${?}</code> or <code>${$}</code>: the character itself. */
    boolean isCharacter() {
        return key.equals("*") || key.equals("?") || key.equals("$");
    }
}
