// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.report;

import io.github.dkpbootstrap.policy.ActionPattern;
import io.github.dkpbootstrap.policy.PolicyString;
import io.github.dkpbootstrap.policy.catalogue.ActionEntry;
import io.github.dkpbootstrap.policy.report.page.Block;
import io.github.dkpbootstrap.policy.report.page.Block.Names;
import io.github.dkpbootstrap.policy.report.page.Block.Paragraph;
import io.github.dkpbootstrap.policy.report.page.Line;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The actions of a statement. */
final class ActionWords {
    /** Up to how many actions one line has room for, with their access levels. */
    private static final int FEW = 3;

    private ActionWords() {}

    /** Returns what the entries stand for; the names of many actions are left to {@link #groups}. */
    static List<Line> of(StatementFacts statement) {
        List<Line> lines = new ArrayList<>();
        lines.add(count(statement));
        List<Line> wild = statement.patterns().stream()
                .map(ActionPattern::value)
                .filter(value -> isWild(value) && !ActionSet.isEverything(value))
                .distinct()
                .map(value -> Line.empty().code(value.requireText()))
                .toList();
        if (!wild.isEmpty()) {
            lines.add(Line.of("by wildcards, as written: ").list(wild, ", "));
        }
        unknown(statement).ifPresent(lines::add);
        List<Line> templates = statement.patterns().stream()
                .map(ActionPattern::value)
                .filter(value -> value.text().isEmpty())
                .map(Words::string)
                .toList();
        if (!templates.isEmpty()) {
            lines.add(Line.of("not counted, as unknown until then: ").list(templates, ", "));
        }
        return lines;
    }

    /** Returns the names of the actions by service and access level, where they are many but not all. */
    static List<Block> groups(StatementFacts statement) {
        List<Block> groups = new ArrayList<>();
        if (statement.named().isEverything() || isFew(statement)) {
            return groups;
        }
        groups.add(new Paragraph(
                Line.empty().strong(statement.isNotAction() ? "Actions that it leaves out" : "Actions in full")));
        for (ServiceActions service : statement.services()) {
            service.actions()
                    .forEach((level, actions) -> groups.add(new Names(
                            Line.empty()
                                    .code(service.service())
                                    .text(" " + Words.level(level) + " (" + actions.size() + ")"),
                            actions.stream().map(ActionEntry::name).toList())));
        }
        return groups;
    }

    static boolean isWild(PolicyString pattern) {
        return pattern.text()
                .filter(text -> text.contains("*") || text.contains("?"))
                .isPresent();
    }

    private static Line count(StatementFacts statement) {
        Collection<ActionEntry> known = statement.named().known();
        Line start = statement.isNotAction()
                ? Line.of("every action ").strong("except").text(" ")
                : Line.empty();
        if (statement.named().isEverything()) {
            return start.text("every action of every service (")
                    .code("*")
                    .text("), " + Numbers.number(known.size()) + " of them known");
        }
        if (known.isEmpty()) {
            return start.text("none that is known");
        }
        return isFew(statement)
                ? start.list(known.stream().map(ActionWords::single).toList(), " and ")
                : start.text(SummarySection.count(known) + ", listed below");
    }

    private static boolean isFew(StatementFacts statement) {
        return statement.named().known().size() <= FEW;
    }

    private static Line single(ActionEntry action) {
        return Line.empty().code(action.qualifiedName()).text(" (" + Words.level(action.accessLevel()) + ")");
    }

    private static Optional<Line> unknown(StatementFacts statement) {
        List<Line> entries =
                statement.named().unknown().stream().map(Line.empty()::code).toList();
        return entries.isEmpty()
                ? Optional.empty()
                : Optional.of(Line.of("matching nothing that is known: ").list(entries, ", "));
    }
}
