// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.ActionPattern;
import io.github.dkpbootstrap.policy.proof.PatternCover;
import java.util.Optional;

/** How a statement covers an action. */
enum ActionForm {
    /** By its name. */
    NAMED,
    /** By a wildcard, and not by its name. */
    STAR,
    /** By leaving it out of {@code NotAction}. */
    NOT;

    /** Returns how the statement covers the action; nothing if it does not, or an intrinsic leaves it open. */
    static Optional<ActionForm> of(StatementAt statement, ActionPattern action) {
        if (statement.statement().notActions().isPresent()) {
            return statement.notActions().stream().noneMatch(at -> mayCover(at.value(), action))
                    ? Optional.of(NOT)
                    : Optional.empty();
        }
        if (statement.actions().stream().anyMatch(at -> isName(at.value(), action))) {
            return Optional.of(NAMED);
        }
        return statement.actions().stream().anyMatch(at -> PatternCover.actionCovers(at.value(), action))
                ? Optional.of(STAR)
                : Optional.empty();
    }

    private static boolean isName(ActionPattern pattern, ActionPattern action) {
        return pattern.value()
                .text()
                .filter(action.value().requireText()::equalsIgnoreCase)
                .isPresent();
    }

    private static boolean mayCover(ActionPattern pattern, ActionPattern action) {
        return pattern.value().text().isEmpty() || PatternCover.actionCovers(pattern, action);
    }
}
