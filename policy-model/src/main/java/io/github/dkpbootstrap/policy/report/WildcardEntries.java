// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.report;

import io.github.dkpbootstrap.policy.ActionPattern;
import io.github.dkpbootstrap.policy.report.page.Block.Bullets;
import io.github.dkpbootstrap.policy.report.page.Block.Item;
import io.github.dkpbootstrap.policy.report.page.Line;
import java.util.List;
import java.util.Optional;

/** Entries of Action that stand for more than they name, and for more every day. */
final class WildcardEntries {
    private WildcardEntries() {}

    static Optional<Item> of(Facts facts) {
        List<Line> lines = facts.allows()
                .filter(s -> !s.isNotAction())
                .flatMap(s -> s.patterns().stream()
                        .filter(WildcardEntries::isWild)
                        .distinct()
                        .map(pattern -> line(facts, s, pattern)))
                .toList();
        Line line = Line.empty().strong("Wildcards").text(" also stand for actions that AWS adds later:");
        return lines.isEmpty() ? Optional.empty() : Optional.of(new Item(line, List.of(Bullets.of(lines))));
    }

    private static boolean isWild(ActionPattern pattern) {
        return ActionWords.isWild(pattern.value()) && !ActionSet.isEverything(pattern.value());
    }

    private static Line line(Facts facts, StatementFacts statement, ActionPattern pattern) {
        int count = facts.catalogue().actionsMatching(pattern).size();
        return Line.empty()
                .code(pattern.value().requireText())
                .text(" in ")
                .line(Words.statements(List.of(statement)))
                .text(" matches " + Numbers.of(count, "action"));
    }
}
