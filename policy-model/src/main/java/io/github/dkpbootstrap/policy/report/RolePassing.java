// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.report;

import io.github.dkpbootstrap.policy.report.page.Block.Bullets;
import io.github.dkpbootstrap.policy.report.page.Block.Item;
import io.github.dkpbootstrap.policy.report.page.Line;
import java.util.List;
import java.util.Optional;

/** Statements that allow to hand roles to services. */
final class RolePassing {
    private static final String SERVICE = "iam:PassedToService";

    private RolePassing() {}

    static Optional<Item> of(Facts facts) {
        List<Line> lines = facts.catalogue().action("iam:PassRole").stream()
                .flatMap(passRole -> facts.allowing(passRole).stream())
                .map(s -> line(facts, s))
                .toList();
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(new Item(
                        Line.empty()
                                .code("iam:PassRole")
                                .text(" ")
                                .strong("hands the permissions of a role to a service:"),
                        List.of(Bullets.of(lines))));
    }

    private static Line line(Facts facts, StatementFacts statement) {
        boolean named = statement.statement().conditions().stream()
                .anyMatch(condition -> condition.key().equalsIgnoreCase(SERVICE));
        Line line = Words.statements(List.of(statement))
                .text(" on ")
                .line(ResourceWords.brief(statement.reach(), facts.target()));
        if (statement.isConditional()) {
            line = line.text(", ").list(OpenAllows.conditions(statement), ", and ");
        }
        return named ? line : line.text("; to any service: no condition on ").code(SERVICE);
    }
}
