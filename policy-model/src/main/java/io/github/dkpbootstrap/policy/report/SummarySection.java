// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.report;

import io.github.dkpbootstrap.policy.catalogue.AccessLevel;
import io.github.dkpbootstrap.policy.catalogue.ActionEntry;
import io.github.dkpbootstrap.policy.report.page.Block;
import io.github.dkpbootstrap.policy.report.page.Block.Bullets;
import io.github.dkpbootstrap.policy.report.page.Block.Heading;
import io.github.dkpbootstrap.policy.report.page.Line;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** What the document allows, in sentences. */
final class SummarySection {
    private SummarySection() {}

    static List<Block> of(Facts facts) {
        List<Line> lines = new ArrayList<>();
        lines.add(allowed(facts));
        facts.allows().filter(StatementFacts::isNotAction).forEach(s -> lines.add(allBut(s, "allows")));
        if (!facts.allowed().known().isEmpty()) {
            lines.add(levels(facts));
            lines.addAll(ScopeSentences.of(facts));
        }
        facts.allowed().unknown().stream().findFirst().ifPresent(any -> lines.add(unknown(facts)));
        lines.addAll(DenySentences.of(facts));
        if (TargetWords.namesPrincipals(facts.target())
                && facts.allows().findAny().isPresent()) {
            lines.add(callers(facts));
        }
        lines.add(FindingsSection.counts(facts));
        return List.of(new Heading(2, "Summary"), Bullets.of(lines));
    }

    /** Says that a statement is for all but some actions. */
    static Line allBut(StatementFacts statement, String verb) {
        return Line.empty()
                .jump("Statement " + statement.number(), "statement-" + statement.number())
                .text(" " + verb + " every action ")
                .strong("except")
                .text(" those of " + Numbers.of(statement.patterns().size(), "entry", "entries")
                        + ", also what AWS adds later. The numbers here leave it out.");
    }

    private static Line allowed(Facts facts) {
        Collection<ActionEntry> known = facts.allowed().known();
        if (facts.allowed().isEverything()) {
            return Line.of("Allows ")
                    .strong("every action of every service")
                    .text(": " + count(known) + " as of " + facts.catalogue().date() + ", and what AWS adds later.");
        }
        if (known.isEmpty()) {
            return Line.of(nothing(facts));
        }
        return Line.of("Allows ").strong(count(known)).text(".");
    }

    private static String nothing(Facts facts) {
        if (facts.allows().findAny().isEmpty()) {
            return "Allows nothing: no statement allows.";
        }
        return facts.allows().anyMatch(StatementFacts::isNotAction)
                ? "Allows no action by its name."
                : "Allows nothing that is known.";
    }

    static String count(Collection<ActionEntry> actions) {
        long services = actions.stream().map(ActionEntry::service).distinct().count();
        return Numbers.of(actions.size(), "action") + " of " + Numbers.of(services, "service");
    }

    private static Line levels(Facts facts) {
        return Line.of("By access level: "
                + Arrays.stream(AccessLevel.values())
                        .map(level -> Numbers.number(facts.allowed().known().stream()
                                        .filter(action -> action.accessLevel() == level)
                                        .count())
                                + " " + Words.level(level))
                        .collect(Collectors.joining(", "))
                + ".");
    }

    private static Line unknown(Facts facts) {
        List<Line> entries =
                facts.allowed().unknown().stream().map(Line.empty()::code).toList();
        String match = entries.size() == 1 ? " matches" : " match";
        return Line.of(Numbers.of(entries.size(), "entry", "entries") + match + " nothing that is known as of "
                        + facts.catalogue().date() + " and " + (entries.size() == 1 ? "is" : "are") + " not counted: ")
                .list(entries, " and ")
                .text(".");
    }

    private static Line callers(Facts facts) {
        List<Line> names = facts.allows()
                .flatMap(s -> PrincipalWords.brief(s.statement(), facts.target()).stream())
                .distinct()
                .toList();
        return Line.of("To whom: ").list(names, " and ").text(".");
    }
}
