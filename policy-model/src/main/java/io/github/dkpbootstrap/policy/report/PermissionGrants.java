// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.report;

import io.github.dkpbootstrap.policy.catalogue.AccessLevel;
import io.github.dkpbootstrap.policy.catalogue.ActionEntry;
import io.github.dkpbootstrap.policy.report.page.Block.Bullets;
import io.github.dkpbootstrap.policy.report.page.Block.Item;
import io.github.dkpbootstrap.policy.report.page.Line;
import java.util.List;
import java.util.Optional;

/** Allowed actions of permissions management, statement by statement. */
final class PermissionGrants {
    private static final int FEW = 12;

    private PermissionGrants() {}

    static Optional<Item> of(Facts facts) {
        List<ActionEntry> all = of(facts.allowed());
        if (all.isEmpty()) {
            return Optional.empty();
        }
        List<Line> lines = facts.allows()
                .filter(s -> !s.isNotAction() && !of(s.named()).isEmpty())
                .map(s -> line(facts, s))
                .toList();
        Line line = Line.empty()
                .strong("Permissions management:")
                .text(" ")
                .text(Numbers.of(all.size(), "action is", "actions are") + " allowed:");
        return Optional.of(new Item(line, List.of(Bullets.of(lines))));
    }

    private static List<ActionEntry> of(ActionSet set) {
        return set.known().stream()
                .filter(action -> action.accessLevel() == AccessLevel.PERMISSIONS_MANAGEMENT)
                .toList();
    }

    private static Line line(Facts facts, StatementFacts statement) {
        List<ActionEntry> actions = of(statement.named());
        List<Line> names = actions.stream()
                .limit(FEW)
                .map(action -> Line.empty().code(action.qualifiedName()))
                .toList();
        int more = actions.size() - FEW;
        Line list = more > 0
                ? Line.empty().list(names, ", ").text(" and " + Numbers.number(more) + " more")
                : Line.empty().list(names, " and ");
        Line line = list.text(" in ")
                .line(Words.statements(List.of(statement)))
                .text(" on ")
                .line(ResourceWords.brief(statement.reach(), facts.target()));
        return statement.isConditional()
                ? line.text(", ").list(OpenAllows.conditions(statement), ", and ")
                : line.text(", without conditions");
    }
}
