// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.report;

import io.github.dkpbootstrap.policy.report.page.Block;
import io.github.dkpbootstrap.policy.report.page.Block.Bullets;
import io.github.dkpbootstrap.policy.report.page.Block.Heading;
import io.github.dkpbootstrap.policy.report.page.Block.Paragraph;
import io.github.dkpbootstrap.policy.report.page.Line;
import java.util.ArrayList;
import java.util.List;

/** Services and access levels: what is allowed, and what is taken away. */
final class ServicesSection {
    private ServicesSection() {}

    static List<Block> of(Facts facts) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Heading(2, "Allowed, by service and access level"));
        blocks.addAll(part(facts, facts.allowed(), true));
        if (facts.denies().findAny().isPresent()) {
            blocks.add(new Heading(2, "Denied, by service and access level"));
            blocks.add(new Paragraph(Line.of("A deny wins over every allow where its resources and conditions fit. "
                    + "The numbers above are not lessened by it.")));
            blocks.addAll(part(facts, facts.denied(), false));
        }
        return blocks;
    }

    private static List<Block> part(Facts facts, ActionSet set, boolean allow) {
        List<Block> blocks = new ArrayList<>();
        if (set.services().isEmpty()) {
            blocks.add(new Paragraph(Line.of("No statement names an action here.")));
        } else {
            blocks.add(LevelTable.of(set, allow ? "Number of allowed actions" : "Number of denied actions"));
        }
        String verb = allow ? "allows" : "denies";
        List<Line> others = facts.statements().stream()
                .filter(s -> s.isAllow() == allow && s.isNotAction())
                .map(s -> SummarySection.allBut(s, verb))
                .toList();
        if (!others.isEmpty()) {
            blocks.add(Bullets.of(others));
        }
        return blocks;
    }
}
