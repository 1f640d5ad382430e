// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.minimise;

import io.github.dkpbootstrap.policy.ActionPattern;
import io.github.dkpbootstrap.policy.ResourcePattern;
import io.github.dkpbootstrap.policy.proof.PatternCover;
import io.github.dkpbootstrap.policy.proof.PatternStart;
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
        String wideText = key(wide).value().requireText();
        String narrowText = key(narrow).value().requireText();
        return wideText.equals(narrowText)
                || (beginAlike(wideText, narrowText)
                        && !PatternStart.isWhole(wideText)
                        && PatternCover.actionCovers(wide, narrow));
    }

    static boolean covers(ResourcePattern wide, ResourcePattern narrow) {
        String wideText = wide.value().requireText();
        String narrowText = narrow.value().requireText();
        boolean plain = PatternStart.isWhole(wideText)
                && wideText.chars().filter(c -> c == ':').count() >= COLONS_OF_ARN;
        return wideText.equals(narrowText)
                || (!plain && beginAlike(wideText, narrowText) && PatternCover.resourceCovers(wide, narrow));
    }

    /** Returns whether what stands in front of the first wildcards leaves it open that one covers the other. */
    private static boolean beginAlike(String wide, String narrow) {
        return wide.regionMatches(0, narrow, 0, Math.min(PatternStart.length(wide), PatternStart.length(narrow)));
    }
}
