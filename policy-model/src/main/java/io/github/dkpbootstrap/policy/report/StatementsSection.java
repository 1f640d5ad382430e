// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.report;

import io.github.dkpbootstrap.policy.report.page.Block;
import io.github.dkpbootstrap.policy.report.page.Block.Card;
import io.github.dkpbootstrap.policy.report.page.Block.Fact;
import io.github.dkpbootstrap.policy.report.page.Block.Heading;
import io.github.dkpbootstrap.policy.report.page.Line;
import io.github.dkpbootstrap.policy.report.page.Tone;
import java.util.ArrayList;
import java.util.List;

/** Each statement in full. */
final class StatementsSection {
    private StatementsSection() {}

    static List<Block> of(Facts facts) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Heading(2, "Statements"));
        facts.statements().forEach(statement -> blocks.add(card(facts, statement)));
        return blocks;
    }

    private static Card card(Facts facts, StatementFacts statement) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Heading(3, "Statement " + statement.number()));
        blocks.add(new Block.Facts(rows(facts, statement)));
        blocks.addAll(ActionWords.groups(statement));
        return new Card(statement.isAllow() ? Tone.ALLOW : Tone.DENY, blocks);
    }

    private static List<Fact> rows(Facts facts, StatementFacts each) {
        List<Fact> rows = new ArrayList<>();
        rows.add(Fact.of("Effect", effect(each)));
        each.statement().sid().ifPresent(sid -> rows.add(Fact.of("Sid", Words.string(sid))));
        rows.add(new Fact("Who", PrincipalWords.of(each.statement(), facts.target())));
        rows.add(new Fact("Actions", ActionWords.of(each)));
        rows.add(new Fact("Resources", ResourceWords.of(each.reach(), facts.target())));
        rows.add(new Fact("Conditions", conditions(each)));
        VariableWords.of(each.statement(), HeadSection.isOld(facts))
                .ifPresent(line -> rows.add(Fact.of("Variables", line)));
        return rows;
    }

    private static Line effect(StatementFacts statement) {
        return statement.isAllow()
                ? Line.empty().badge(Tone.ALLOW, "Allow")
                : Line.empty().badge(Tone.DENY, "Deny").text(" – wins over every allow");
    }

    private static List<Line> conditions(StatementFacts statement) {
        return statement.isConditional()
                ? statement.statement().conditions().stream()
                        .map(ConditionWords::of)
                        .toList()
                : List.of(Line.of("none: always"));
    }
}
