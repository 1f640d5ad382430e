// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.ActionPattern;
import io.github.dkpbootstrap.policy.Comparison.Family;
import io.github.dkpbootstrap.policy.ConditionOperator.SetQuantifier;
import io.github.dkpbootstrap.policy.finding.PolicyCheck;
import java.util.List;
import java.util.Optional;

/**
 * A check of conditions that can never hold for some of the actions of their statement, as these know no such key. Looks
 * at operators that need the key, and at {@code Action} only. A wildcard counts as one if no action that it covers knows
 * the key.
 */
abstract class UnsupportedKeyCheck extends StatementCheck {
    private static final int SHOWN = 5;

    UnsupportedKeyCheck(PolicyCheck about) {
        super(about);
    }

    @Override
    final void run(StatementAt statement, CheckContext context, Report report) {
        if (appliesTo(statement, context)) {
            statement.conditions().stream()
                    .filter(UnsupportedKeyCheck::needsKey)
                    .filter(condition -> appliesTo(condition, context))
                    .forEach(condition -> run(statement, condition, context, report));
        }
    }

    /** Returns whether a statement is looked at. */
    abstract boolean appliesTo(StatementAt statement, CheckContext context);

    /** Returns whether a condition is looked at. */
    abstract boolean appliesTo(ConditionAt condition, CheckContext context);

    /** Returns what becomes of the actions. */
    abstract String consequence(StatementAt statement);

    private void run(StatementAt statement, ConditionAt condition, CheckContext context, Report report) {
        String key = condition.condition().key();
        List<String> actions = statement.actions().stream()
                .map(At::value)
                .filter(action -> isUnsupported(action, key, context))
                .map(action -> action.value().requireText())
                .toList();
        if (!actions.isEmpty()) {
            String more = actions.size() > SHOWN ? " and %d more".formatted(actions.size() - SHOWN) : "";
            String shown = String.join(", ", actions.subList(0, Math.min(SHOWN, actions.size())));
            report.add(
                    condition.path(),
                    "Requests for %s%s have no %s as of %s, so the statement %s"
                            .formatted(shown, more, key, context.catalogue().date(), consequence(statement)));
        }
    }

    private static boolean isUnsupported(ActionPattern pattern, String key, CheckContext context) {
        return ActionText.of(pattern, context)
                .map(ActionText::actions)
                .filter(actions -> !actions.isEmpty()
                        && actions.stream()
                                .noneMatch(action -> context.catalogue().knows(action, key)))
                .isPresent();
    }

    private static boolean needsKey(ConditionAt condition) {
        return !condition.operator().isIfExists()
                && !condition.operator().comparison().negated()
                && condition.family() != Family.NULL
                && !condition.operator().quantifier().equals(Optional.of(SetQuantifier.FOR_ALL_VALUES));
    }
}
