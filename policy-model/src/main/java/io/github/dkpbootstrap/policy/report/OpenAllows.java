// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.report;

import io.github.dkpbootstrap.policy.report.page.Block.Bullets;
import io.github.dkpbootstrap.policy.report.page.Block.Item;
import io.github.dkpbootstrap.policy.report.page.Line;
import java.util.List;

/** Statements that allow every action, or every action but some. */
final class OpenAllows {
    private OpenAllows() {}

    static List<Item> of(Facts facts) {
        return facts.allows()
                .filter(s -> s.isNotAction() || s.named().isEverything())
                .map(s -> item(facts, s))
                .toList();
    }

    private static Item item(Facts facts, StatementFacts statement) {
        String what =
                statement.isNotAction() ? "every action except those that it names" : "every action of every service";
        Line line = Line.empty()
                .strong("Everything:")
                .text(" ")
                .line(Words.statements(List.of(statement)))
                .text(" allows " + what + ", also what AWS adds later, on ")
                .line(ResourceWords.brief(statement.reach(), facts.target()))
                .text(statement.isConditional() ? ", under conditions:" : ".");
        return statement.isConditional() ? new Item(line, List.of(Bullets.of(conditions(statement)))) : Item.of(line);
    }

    static List<Line> conditions(StatementFacts statement) {
        return statement.statement().conditions().stream()
                .map(ConditionWords::of)
                .toList();
    }
}
