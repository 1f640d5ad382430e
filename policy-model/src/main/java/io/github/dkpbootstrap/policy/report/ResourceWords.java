// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.report;

import io.github.dkpbootstrap.policy.PolicyTarget;
import io.github.dkpbootstrap.policy.report.page.Line;
import java.util.ArrayList;
import java.util.List;

/** Resources as sentences. */
final class ResourceWords {
    private static final int FEW = 3;

    private ResourceWords() {}

    /** Returns all resources: one line each. */
    static List<Line> of(Reach reach, PolicyTarget target) {
        return switch (reach.kind()) {
            case EVERYTHING ->
                reach.patterns().size() == 1 ? List.of(every()) : with(every().text(", by one of the entries:"), reach);
            case ALL_BUT -> with(Line.of("every resource except:"), reach);
            case NAMED -> names(reach);
            case ATTACHED -> List.of(Line.of(TargetWords.owner(target)));
            case NOTHING -> List.of(Line.of("none: the statement names no resource, and so matches nothing"));
        };
    }

    /** Returns the resources in the middle of a sentence, not more than some. */
    static Line brief(Reach reach, PolicyTarget target) {
        return switch (reach.kind()) {
            case EVERYTHING -> every();
            case ALL_BUT -> Line.of("every resource except ").line(some(reach));
            case NAMED -> some(reach);
            case ATTACHED -> Line.of(TargetWords.owner(target));
            case NOTHING -> Line.of("no resource");
        };
    }

    private static Line every() {
        return Line.of("every resource (").code("*").text(")");
    }

    private static Line some(Reach reach) {
        int more = reach.patterns().size() - FEW;
        List<Line> first = names(reach).stream().limit(FEW).toList();
        return more > 0
                ? Line.empty().list(first, ", ").text(" and " + Numbers.number(more) + " more")
                : Line.empty().list(first, " and ");
    }

    private static List<Line> names(Reach reach) {
        return reach.patterns().stream().map(p -> Words.string(p.value())).toList();
    }

    private static List<Line> with(Line first, Reach reach) {
        List<Line> lines = new ArrayList<>();
        lines.add(first);
        lines.addAll(names(reach));
        return lines;
    }
}
