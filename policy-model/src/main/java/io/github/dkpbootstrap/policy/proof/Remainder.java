// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.proof;

import io.github.dkpbootstrap.policy.ActionPattern;
import io.github.dkpbootstrap.policy.Effect;
import io.github.dkpbootstrap.policy.OneOrMore;
import io.github.dkpbootstrap.policy.ResourcePattern;
import io.github.dkpbootstrap.policy.Statement;
import io.github.dkpbootstrap.policy.proof.ComparedStatement.Side;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Leaves out of a comparison what plainly cannot tell the documents apart: actions of an allow that one allow of the wide
 * document covers, resources and conditions included. Most pairs that are compared differ in little, and what is left over is
 * small. Sound only if the wide document denies nothing that the narrow one does not deny in the same words; else, and
 * wherever patterns are compared in any doubt, everything is kept.
 */
final class Remainder {
    private final List<ComparedStatement> statements;
    private final List<AllowCover> wideAllows;
    private final Budget budget;

    Remainder(List<ComparedStatement> statements, Budget budget) {
        this.statements = List.copyOf(statements);
        this.budget = budget;
        this.wideAllows = statements.stream()
                .filter(each -> each.is(Side.WIDE, Effect.ALLOW))
                .map(each -> new AllowCover(each, budget))
                .collect(Collectors.toList());
    }

    List<ComparedStatement> statements() {
        if (!narrowDeniesAllThatWideDenies()) {
            return statements;
        }
        List<ComparedStatement> left = new ArrayList<>();
        for (ComparedStatement each : statements) {
            if (each.is(Side.NARROW, Effect.ALLOW)) {
                uncovered(each).ifPresent(left::add);
            } else {
                left.add(each);
            }
        }
        return left;
    }

    private boolean narrowDeniesAllThatWideDenies() {
        return statements.stream()
                .filter(each -> each.is(Side.WIDE, Effect.DENY))
                .map(each -> new AllowCover(each, budget))
                .allMatch(wide -> statements.stream()
                        .anyMatch(narrow -> narrow.is(Side.NARROW, Effect.DENY) && wide.isSameAs(narrow)));
    }

    /** Returns the statement with those of its actions that nothing covers; nothing where all are covered. */
    private Optional<ComparedStatement> uncovered(ComparedStatement narrow) {
        if (wideAllows.stream().anyMatch(wide -> wide.isSameAs(narrow))) {
            return Optional.empty();
        }
        Optional<OneOrMore<ActionPattern>> actions = narrow.statement().actions();
        List<AllowCover> able =
                wideAllows.stream().filter(wide -> wide.isAsFreeAs(narrow)).collect(Collectors.toList());
        if (actions.isEmpty() || able.isEmpty()) {
            return Optional.of(narrow);
        }
        List<Covering> covering =
                able.stream().map(wide -> covering(wide, narrow.statement())).collect(Collectors.toList());
        int all = resources(narrow.statement());
        List<ActionPattern> left = actions.get().stream()
                .filter(action -> !isCovered(action, covering, all))
                .collect(Collectors.toList());
        return left.isEmpty() ? Optional.empty() : Optional.of(withActions(narrow, left));
    }

    private static ComparedStatement withActions(ComparedStatement narrow, List<ActionPattern> actions) {
        Statement statement = Statement.builder()
                .from(narrow.statement())
                .actions(OneOrMore.list(actions))
                .build();
        return new ComparedStatement(narrow.side(), statement, narrow.hasVariables());
    }

    /** A statement of the wide document and which resources of a narrow one, by their place, it covers. */
    private record Covering(AllowCover wide, BitSet resources) {}

    /** What is no list of resources is one thing, covered by the same. */
    private static Covering covering(AllowCover wide, Statement narrow) {
        BitSet covered = new BitSet();
        if (narrow.resources().isEmpty()) {
            covered.set(0, wide.hasSameNotResourcesAs(narrow));
            return new Covering(wide, covered);
        }
        List<ResourcePattern> resources = narrow.resources().get().values();
        for (int i = 0; i < resources.size(); i++) {
            covered.set(i, wide.covers(resources.get(i)));
        }
        return new Covering(wide, covered);
    }

    private static int resources(Statement narrow) {
        return narrow.resources().map(list -> list.values().size()).orElse(1);
    }

    private static boolean isCovered(ActionPattern action, List<Covering> covering, int resources) {
        BitSet covered = new BitSet();
        for (Covering each : covering) {
            if (!each.resources().isEmpty() && each.wide().covers(action)) {
                covered.or(each.resources());
            }
        }
        return covered.cardinality() == resources;
    }
}
