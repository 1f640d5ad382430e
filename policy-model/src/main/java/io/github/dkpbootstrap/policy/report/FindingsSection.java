// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.report;

import io.github.dkpbootstrap.policy.finding.Finding;
import io.github.dkpbootstrap.policy.finding.Severity;
import io.github.dkpbootstrap.policy.report.page.Block;
import io.github.dkpbootstrap.policy.report.page.Block.Bullets;
import io.github.dkpbootstrap.policy.report.page.Block.Heading;
import io.github.dkpbootstrap.policy.report.page.Block.Item;
import io.github.dkpbootstrap.policy.report.page.Block.Paragraph;
import io.github.dkpbootstrap.policy.report.page.Line;
import io.github.dkpbootstrap.policy.report.page.Tone;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the checks found, the heaviest first. */
final class FindingsSection {
    private static final Pattern PLACE = Pattern.compile("\\$\\.Statement(?:\\[(\\d+)])?(?:[.\\[].*)?");

    private FindingsSection() {}

    static List<Block> of(Facts facts) {
        Heading heading = new Heading(2, "Findings");
        if (facts.findings().isEmpty()) {
            return List.of(heading, new Paragraph(Line.of("None of the checks of this library found anything.")));
        }
        List<Item> items = facts.findings().stream().map(FindingsSection::item).toList();
        return List.of(heading, new Paragraph(counts(facts)), new Bullets(items));
    }

    /** Returns how many findings of which severity there are, in a sentence. */
    static Line counts(Facts facts) {
        if (facts.findings().isEmpty()) {
            return Line.of("No findings.");
        }
        String severities = Arrays.stream(Severity.values())
                .flatMap(severity -> Numbers.some(count(facts, severity), name(severity)).stream())
                .collect(Collectors.joining(", "));
        return Line.of(Numbers.of(facts.findings().size(), "finding") + ": " + severities + ".");
    }

    static long count(Facts facts, Severity severity) {
        return facts.findings().stream().filter(f -> f.severity() == severity).count();
    }

    private static Item item(Finding finding) {
        boolean heavy = finding.severity().isAtLeast(Severity.SECURITY_WARNING);
        String name = name(finding.severity());
        Line line = Line.empty()
                .badge(heavy ? Tone.ALERT : Tone.PLAIN, Character.toUpperCase(name.charAt(0)) + name.substring(1))
                .text(" ")
                .code(finding.id())
                .text(" at ")
                .code(finding.path())
                .line(place(finding.path()));
        Bullets below = Bullets.of(List.of(
                Line.of(finding.message()),
                Line.of("What to do: " + finding.remedy() + " ").link("AWS’s page", finding.page())));
        return new Item(line, List.of(below));
    }

    /** Paths count from 0, this report from 1. */
    private static Line place(String path) {
        Matcher found = PLACE.matcher(path);
        if (!found.matches() || path.equals("$.Statement")) {
            return Line.empty();
        }
        int number = found.group(1) == null ? 1 : Integer.parseInt(found.group(1)) + 1;
        return Line.of(" (").jump("statement " + number, "statement-" + number).text(")");
    }

    private static String name(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case SECURITY_WARNING -> "security warning";
            case WARNING -> "warning";
            case SUGGESTION -> "suggestion";
        };
    }
}
