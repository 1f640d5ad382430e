// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.analysis;

import io.github.dkpbootstrap.policy.analysis.PatternText.Wildcards;
import java.util.Locale;

/** Whether a pattern of {@code Action} covers an action (rule 10). */
final class ActionMatching {
    private ActionMatching() {}

    static boolean matches(String pattern, String action) {
        if (pattern.equals("*") || pattern.equals("*:*")) {
            return true;
        }
        int colon = pattern.indexOf(':');
        if (colon < 1 || pattern.chars().anyMatch(Character::isWhitespace)) {
            return false;
        }
        String service = pattern.substring(0, colon);
        int actionColon = action.indexOf(':');
        return service.equalsIgnoreCase(action.substring(0, actionColon))
                && lowerCase(pattern.substring(colon + 1))
                        .matches(action.substring(actionColon + 1).toLowerCase(Locale.ROOT));
    }

    private static PatternText lowerCase(String name) {
        return PatternText.of(name.toLowerCase(Locale.ROOT), Wildcards.PLAIN);
    }
}
