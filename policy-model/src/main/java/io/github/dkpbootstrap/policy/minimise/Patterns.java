// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.minimise;

import io.github.dkpbootstrap.policy.ActionPattern;
import io.github.dkpbootstrap.policy.ResourcePattern;
import io.github.dkpbootstrap.policy.proof.PatternCover;
import java.util.Locale;

/** Patterns against each other: the cheap answers first, as most patterns are plain names. */
final class Patterns {
    private static final int COLONS_OF_ARN = 5;

    private Patterns() {}

    /** Returns what is equal for actions that differ in case only. */
    static ActionPattern key(ActionPattern action) {
        return action.value()
                .text()
                .map(text -> ActionPattern.of(text.toLowerCase(Locale.ROOT)))
                .orElse(action);
    }

    static boolean covers(ActionPattern wide, ActionPattern narrow) {
        return key(wide).equals(key(narrow))
                || (hasWildcard(wide.value().requireText()) && PatternCover.actionCovers(wide, narrow));
    }

    static boolean covers(ResourcePattern wide, ResourcePattern narrow) {
        String text = wide.value().requireText();
        boolean plain = !hasWildcard(text) && text.chars().filter(c -> c == ':').count() >= COLONS_OF_ARN;
        return wide.equals(narrow) || (!plain && PatternCover.resourceCovers(wide, narrow));
    }

    private static boolean hasWildcard(String text) {
        return text.indexOf('*') >= 0 || text.indexOf('?') >= 0 || text.indexOf('$') >= 0;
    }
}
