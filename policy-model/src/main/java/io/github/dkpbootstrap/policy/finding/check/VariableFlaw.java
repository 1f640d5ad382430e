// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/** What can be wrong with a <code>${…}</code> of a policy. */
enum VariableFlaw {
    MISSING_BRACE,
    EMPTY,
    SPACE,
    SYMBOL,
    QUOTE;

    private static final Pattern SYMBOLS = Pattern.compile("[^\\p{L}\\p{N}\\s:._/+=@-]");

    /** Returns the flaws of the variables of a text. */
    static Set<VariableFlaw> of(String text) {
        Set<VariableFlaw> flaws = EnumSet.noneOf(VariableFlaw.class);
        for (int start = text.indexOf("${"); start >= 0; start = text.indexOf("${", start + 2)) {
            int end = text.indexOf('}', start);
            if (end < 0) {
                flaws.add(MISSING_BRACE);
                break;
            }
            one(text.substring(start + 2, end), flaws);
        }
        return flaws;
    }

    private static void one(String content, Set<VariableFlaw> flaws) {
        if (content.equals("*") || content.equals("?") || content.equals("$")) {
            return;
        }
        int comma = content.indexOf(',');
        String key = comma < 0 ? content : content.substring(0, comma);
        if (key.isBlank()) {
            flaws.add(EMPTY);
        } else if (key.chars().anyMatch(Character::isWhitespace)) {
            flaws.add(SPACE);
        } else if (SYMBOLS.matcher(key).find()) {
            flaws.add(SYMBOL);
        }
        if (comma >= 0 && !content.substring(comma + 1).strip().matches("'.*'")) {
            flaws.add(QUOTE);
        }
    }
}
