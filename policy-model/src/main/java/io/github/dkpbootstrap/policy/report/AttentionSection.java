// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.report;

import io.github.dkpbootstrap.policy.finding.Severity;
import io.github.dkpbootstrap.policy.report.page.Block;
import io.github.dkpbootstrap.policy.report.page.Block.Bullets;
import io.github.dkpbootstrap.policy.report.page.Block.Card;
import io.github.dkpbootstrap.policy.report.page.Block.Heading;
import io.github.dkpbootstrap.policy.report.page.Block.Item;
import io.github.dkpbootstrap.policy.report.page.Block.Paragraph;
import io.github.dkpbootstrap.policy.report.page.Line;
import io.github.dkpbootstrap.policy.report.page.Tone;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a reviewer should look at first. */
final class AttentionSection {
    private AttentionSection() {}

    static List<Block> of(Facts facts) {
        List<Item> items = Stream.of(
                        findings(facts).stream(),
                        OpenAllows.of(facts).stream(),
                        OpenCallers.of(facts).stream(),
                        PermissionGrants.of(facts).stream(),
                        RolePassing.of(facts).stream(),
                        WildcardEntries.of(facts).stream(),
                        WideActions.of(facts).stream(),
                        AbsentKeys.of(facts).stream(),
                        TemplateParts.of(facts).stream())
                .flatMap(each -> each)
                .toList();
        Heading heading = new Heading(2, "What deserves attention first");
        return items.isEmpty()
                ? List.of(heading, new Paragraph(Line.of("Nothing of what this report looks for.")))
                : List.of(heading, new Card(Tone.ALERT, List.of(new Bullets(items))));
    }

    private static Optional<Item> findings(Facts facts) {
        long errors = FindingsSection.count(facts, Severity.ERROR);
        long warnings = FindingsSection.count(facts, Severity.SECURITY_WARNING);
        String counts = Stream.of(Numbers.some(errors, "error"), Numbers.some(warnings, "security warning"))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" and "));
        return counts.isEmpty()
                ? Optional.empty()
                : Optional.of(Item.of(Line.empty()
                        .strong(counts)
                        .text(" among the ")
                        .jump("findings", "findings")
                        .text(".")));
    }
}
