// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.report;

import io.github.dkpbootstrap.policy.PolicyVersion;
import io.github.dkpbootstrap.policy.report.page.Block;
import io.github.dkpbootstrap.policy.report.page.Block.Fact;
import io.github.dkpbootstrap.policy.report.page.Block.Heading;
import io.github.dkpbootstrap.policy.report.page.Block.Paragraph;
import io.github.dkpbootstrap.policy.report.page.Line;
import io.github.dkpbootstrap.policy.report.page.Tone;
import java.util.ArrayList;
import java.util.List;

/** What the document is meant to be, how large it is, and what the report knows of AWS. */
final class HeadSection {
    private HeadSection() {}

    static String title(Facts facts) {
        return "Permissions of " + TargetWords.article(facts.target()) + TargetWords.name(facts.target());
    }

    static List<Block> of(Facts facts) {
        List<Fact> rows = new ArrayList<>();
        facts.document().id().ifPresent(id -> rows.add(Fact.of("Policy id", Words.string(id))));
        rows.add(Fact.of("Size", size(facts)));
        rows.add(Fact.of("Version", version(facts)));
        rows.add(Fact.of(
                "Statements",
                Line.of("%d: %d allow, %d deny"
                        .formatted(
                                facts.statements().size(),
                                facts.allows().count(),
                                facts.denies().count()))));
        rows.add(Fact.of(
                "Catalogue",
                Line.of("actions of AWS as of " + facts.catalogue().date() + ", from ")
                        .code(facts.catalogue().source())));
        return List.of(
                new Heading(1, title(facts)),
                new Paragraph(Line.of(TargetWords.meaning(facts.target()))),
                new Block.Facts(rows));
    }

    private static Line size(Facts facts) {
        int size = facts.document().quotaCharacters();
        if (facts.target().maxCharacters().isEmpty()) {
            return Line.of(Numbers.of(size, "character") + "; each service has its own limit");
        }
        int most = facts.target().maxCharacters().getAsInt();
        Line line = Line.of("%s of at most %s characters (%d %%)"
                .formatted(Numbers.number(size), Numbers.number(most), Math.floorDiv(100L * size, most)));
        return size > most
                ? line.text(" ").badge(Tone.ALERT, Numbers.of((long) size - most, "character") + " too many")
                : line;
    }

    private static Line version(Facts facts) {
        String text = facts.document().version().map(PolicyVersion::text).orElse("none, which counts as 2008-10-17");
        return isOld(facts) ? Line.of(text + ": ").code("${…}").text(" is plain text, not a variable") : Line.of(text);
    }

    static boolean isOld(Facts facts) {
        return facts.document().version().orElse(PolicyVersion.V2008_10_17) == PolicyVersion.V2008_10_17;
    }
}
