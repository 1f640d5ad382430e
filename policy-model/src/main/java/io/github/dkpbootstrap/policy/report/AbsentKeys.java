// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.report;

import io.github.dkpbootstrap.policy.Comparison;
import io.github.dkpbootstrap.policy.Condition;
import io.github.dkpbootstrap.policy.report.page.Block.Bullets;
import io.github.dkpbootstrap.policy.report.page.Block.Item;
import io.github.dkpbootstrap.policy.report.page.Line;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Conditions that do not protect if the request lacks their key: an allow that then holds, a deny that then does not. */
final class AbsentKeys {
    /** Keys that AWS puts into every request, or every signed one. */
    private static final Set<String> ALWAYS = Set.of(
            "aws:currenttime",
            "aws:epochtime",
            "aws:principalaccount",
            "aws:principalarn",
            "aws:principaltype",
            "aws:requestedregion",
            "aws:securetransport",
            "aws:useragent",
            "aws:userid");

    private AbsentKeys() {}

    static Optional<Item> of(Facts facts) {
        List<Line> lines =
                facts.statements().stream().flatMap(AbsentKeys::lines).toList();
        Line line = Line.empty()
                .strong("Absent keys:")
                .text(" ")
                .text("these conditions do not protect if the request lacks their key:");
        return lines.isEmpty() ? Optional.empty() : Optional.of(new Item(line, List.of(Bullets.of(lines))));
    }

    private static Stream<Line> lines(StatementFacts statement) {
        return statement.statement().conditions().stream()
                .filter(condition -> isWeak(statement, condition))
                .map(condition -> Line.empty()
                        .code(condition.operator() + " " + condition.key())
                        .text(" in ")
                        .line(Words.statements(List.of(statement)))
                        .text(statement.isAllow() ? ": allowed without the key" : ": not denied without the key"));
    }

    private static boolean isWeak(StatementFacts statement, Condition condition) {
        return condition.operator().comparison() != Comparison.NULL
                && !ALWAYS.contains(condition.key().toLowerCase(Locale.ROOT))
                && ConditionWords.isMetByAbsence(condition.operator()) == statement.isAllow();
    }
}
