// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.ActionPattern;
import io.github.dkpbootstrap.policy.PolicyString;
import io.github.dkpbootstrap.policy.ResourcePattern;
import io.github.dkpbootstrap.policy.proof.PatternCover;
import java.util.Optional;

/** Whether one pattern covers another; plain texts, which are most, are told apart without a search. */
final class Cover {
    private Cover() {}

    /** Returns whether {@code wide} covers every action that {@code narrow} covers. */
    static boolean action(ActionPattern wide, ActionPattern narrow) {
        return plain(wide.value(), "*?").isPresent()
                        && plain(narrow.value(), "").isPresent()
                ? wide.value().requireText().equalsIgnoreCase(narrow.value().requireText())
                : PatternCover.actionCovers(wide, narrow);
    }

    /** Returns whether {@code wide} covers every resource that {@code narrow} covers. */
    static boolean resource(ResourcePattern wide, ResourcePattern narrow) {
        Optional<String> plain = plain(wide.value(), "*?$")
                .filter(text -> ArnFields.of(text).filter(ArnFields::isComplete).isPresent());
        return plain.isPresent() && plain(narrow.value(), "").isPresent()
                ? plain.equals(narrow.value().text())
                : PatternCover.resourceCovers(wide, narrow);
    }

    /** Returns the text of a pattern that has none of these characters. */
    private static Optional<String> plain(PolicyString pattern, String special) {
        return pattern.text().filter(text -> text.chars().noneMatch(c -> special.indexOf(c) >= 0));
    }
}
