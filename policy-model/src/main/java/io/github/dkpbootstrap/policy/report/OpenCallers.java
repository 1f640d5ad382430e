// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.report;

import io.github.dkpbootstrap.policy.report.page.Block.Item;
import io.github.dkpbootstrap.policy.report.page.Line;
import java.util.List;

/** Statements that allow something to everyone, or to everyone but some. */
final class OpenCallers {
    private OpenCallers() {}

    static List<Item> of(Facts facts) {
        return facts.allows()
                .filter(OpenCallers::isOpen)
                .map(s -> Item.of(Line.empty()
                        .strong("Everyone:")
                        .text(" ")
                        .line(Words.statements(List.of(s)))
                        .text(" allows to " + (s.statement().notPrincipal().isPresent() ? "all but some" : "everyone")
                                + ", anonymous callers included, "
                                + (s.isConditional() ? "under conditions." : "without conditions."))))
                .toList();
    }

    private static boolean isOpen(StatementFacts statement) {
        return statement.statement().notPrincipal().isPresent()
                || statement
                        .statement()
                        .principal()
                        .filter(PrincipalWords::isOpen)
                        .isPresent();
    }
}
