// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.report;

import io.github.dkpbootstrap.policy.report.page.Line;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How far the allowed actions reach: each of them is counted in one of the sentences. */
final class ScopeSentences {
    private ScopeSentences() {}

    static List<Line> of(Facts facts) {
        Map<Scope, Integer> counts = new EnumMap<>(Scope.class);
        facts.scopes().forEach((scope, actions) -> counts.put(scope, actions.size()));
        List<Line> lines = new ArrayList<>();
        counts.forEach((scope, count) -> lines.add(line(facts, scope, count)));
        long conditional = facts.allowed().known().stream()
                .filter(facts::isOnlyConditional)
                .count();
        if (conditional > 0) {
            lines.add(Line.of(isAre(conditional) + " allowed only under conditions."));
        }
        return lines;
    }

    private static Line line(Facts facts, Scope scope, int count) {
        String subject = isAre(count);
        return switch (scope) {
            case LIMITED -> Line.of(subject + " limited to named resources.");
            case WIDE ->
                Line.of(subject + " allowed on ")
                        .strong("every resource, although " + (count == 1 ? "it" : "they") + " could be limited")
                        .text(".");
            case UNLIMITABLE ->
                Line.of(subject + " allowed on every resource, as AWS offers no limit for "
                        + (count == 1 ? "it." : "them."));
            case ATTACHED -> Line.of(subject + " allowed on " + TargetWords.owner(facts.target()) + ".");
            case WITHOUT_EFFECT -> Line.of(subject + " not allowed in effect: no resource that is named fits.");
        };
    }

    private static String isAre(long count) {
        return Numbers.of(count, "action is", "actions are");
    }
}
