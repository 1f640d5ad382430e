// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.ActionPattern;
import io.github.dkpbootstrap.policy.finding.check.Redundancy.Covering;
import io.github.dkpbootstrap.policy.proof.PatternCover;
import io.github.dkpbootstrap.policy.proof.PatternStart;
import java.util.Locale;
import java.util.Optional;

/** How the entries of a list of actions cover each other. */
final class ActionCover implements Covering<ActionPattern> {
    @Override
    public boolean covers(ActionPattern wide, ActionPattern narrow) {
        return PatternStart.mayCover(folded(wide), folded(narrow)) && PatternCover.actionCovers(wide, narrow);
    }

    @Override
    public Optional<String> name(ActionPattern action) {
        return folded(action).filter(PatternStart::isWhole);
    }

    /** Returns the text in lower case, as actions are compared. */
    private static Optional<String> folded(ActionPattern action) {
        return action.value().text().map(text -> text.toLowerCase(Locale.ROOT));
    }
}
