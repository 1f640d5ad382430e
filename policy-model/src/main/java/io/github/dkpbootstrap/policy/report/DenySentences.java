// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.report;

import io.github.dkpbootstrap.policy.report.page.Line;
import java.util.ArrayList;
import java.util.List;

/** What the document takes away. Nothing where it has no deny. */
final class DenySentences {
    private DenySentences() {}

    static List<Line> of(Facts facts) {
        List<Line> lines = new ArrayList<>();
        if (!facts.denied().known().isEmpty()) {
            String all = facts.denied().isEverything() ? "every action of every service, " : "";
            lines.add(Line.of(
                    "Denies " + all + SummarySection.count(facts.denied().known())
                            + ", where the resources and conditions of its denies fit."));
        }
        facts.denies().filter(StatementFacts::isNotAction).forEach(s -> lines.add(SummarySection.allBut(s, "denies")));
        long gone = facts.allowed().known().stream().filter(facts::isTakenAway).count();
        if (gone > 0) {
            long left = facts.allowed().known().size() - gone;
            lines.add(Line.of(Numbers.of(gone, "of the allowed actions is", "of the allowed actions are")
                    + " denied everywhere and without conditions: at most " + Numbers.of(left, "action")
                    + (left == 1 ? " is" : " are") + " left. Denies with conditions or named resources come on top."));
        }
        return lines;
    }
}
