// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.Comparison;
import io.github.dkpbootstrap.policy.ConditionOperator;
import io.github.dkpbootstrap.policy.ConditionOperator.SetQuantifier;
import java.util.Optional;

/** What a condition of {@code StringLike} or {@code StringNotLike} with the value {@code "*"} says of its key. */
enum AnyText {
    /** That it is there. */
    PRESENT,
    /** That it is absent. */
    ABSENT,
    /** Nothing: the condition always holds. */
    ALWAYS,
    /** The condition never holds. */
    NEVER;

    /** Returns what a condition says; nothing where it is no such condition. */
    static Optional<AnyText> of(ConditionAt condition) {
        Comparison comparison = condition.operator().comparison();
        boolean like = comparison == Comparison.STRING_LIKE;
        boolean anyText = (like || comparison == Comparison.STRING_NOT_LIKE)
                && condition.texts().stream().anyMatch(text -> text.value().equals("*"));
        if (!anyText) {
            return Optional.empty();
        }
        return Optional.of(like ? positive(condition.operator()) : negative(condition.operator()));
    }

    private static AnyText positive(ConditionOperator operator) {
        boolean holdsIfAbsent = operator.isIfExists()
                || operator.quantifier()
                        .filter(SetQuantifier.FOR_ALL_VALUES::equals)
                        .isPresent();
        return holdsIfAbsent ? ALWAYS : PRESENT;
    }

    private static AnyText negative(ConditionOperator operator) {
        boolean failsIfAbsent = !operator.isIfExists()
                && operator.quantifier()
                        .filter(SetQuantifier.FOR_ANY_VALUE::equals)
                        .isPresent();
        return failsIfAbsent ? NEVER : ABSENT;
    }
}
