// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.minimise;

import io.github.dkpbootstrap.policy.ActionPattern;
import io.github.dkpbootstrap.policy.OneOrMore;
import io.github.dkpbootstrap.policy.ResourcePattern;
import io.github.dkpbootstrap.policy.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/** Leaves out of a statement the actions or resources that another statement covers, or all of it. */
final class CoverRule implements Rule {
    @Override
    public Stream<Rewrite> proposals(List<Part> parts) {
        // Of two that cover each other the later one goes.
        List<Part> lastFirst = new ArrayList<>(parts);
        Collections.reverse(lastFirst);
        return lastFirst.stream()
                .filter(part -> !part.isNamed())
                .flatMap(part -> parts.stream()
                        .filter(other -> other != part && appliesWhere(other.normal(), part.normal()))
                        .flatMap(other -> proposals(part, other)));
    }

    /** Returns whether {@code wide} has the effect and the callers of {@code narrow}, and no condition of its own. */
    private static boolean appliesWhere(Statement wide, Statement narrow) {
        return wide.effect() == narrow.effect()
                && wide.principal().equals(narrow.principal())
                && wide.notPrincipal().equals(narrow.notPrincipal())
                && narrow.conditions().containsAll(wide.conditions());
    }

    private static Stream<Rewrite> proposals(Part narrow, Part wide) {
        Statement statement = narrow.statement();
        boolean actions = actionsCovered(wide.statement(), statement);
        boolean resources = resourcesCovered(wide.statement(), statement);
        if (actions && resources) {
            return Stream.of(rewrite(narrow, wide, List.of(), "left out, as another statement covers it"));
        }
        if (resources
                && statement.actions().isPresent()
                && wide.statement().actions().isPresent()) {
            List<ActionPattern> left = uncovered(wide.statement().actions(), statement.actions(), Patterns::covers);
            return shrunk(narrow, wide, statement.toBuilder().actions(Lists.shaped(left)), left.size());
        }
        if (actions
                && statement.resources().isPresent()
                && wide.statement().resources().isPresent()) {
            List<ResourcePattern> left =
                    uncovered(wide.statement().resources(), statement.resources(), Patterns::covers);
            return shrunk(narrow, wide, statement.toBuilder().resources(Lists.shaped(left)), left.size());
        }
        return Stream.empty();
    }

    private static Stream<Rewrite> shrunk(Part narrow, Part wide, Statement.Builder smaller, int left) {
        return left == 0
                ? Stream.empty()
                : Stream.of(rewrite(
                                narrow,
                                wide,
                                List.of(smaller.build()),
                                "left out entries that another statement covers"))
                        .filter(rewrite -> !rewrite.to().get(0).equals(narrow.statement()));
    }

    private static Rewrite rewrite(Part narrow, Part wide, List<Statement> to, String what) {
        return new Rewrite(Step.Kind.SUBSUME, List.of(narrow), to, List.of(wide), what);
    }

    private static boolean actionsCovered(Statement wide, Statement narrow) {
        boolean covered = narrow.actions().isPresent()
                && wide.actions().isPresent()
                && uncovered(wide.actions(), narrow.actions(), Patterns::covers).isEmpty();
        // What is excluded is covered where less is excluded.
        boolean excluded = narrow.notActions().isPresent()
                && wide.notActions().isPresent()
                && uncovered(narrow.notActions(), wide.notActions(), Patterns::covers)
                        .isEmpty();
        return covered || excluded;
    }

    private static boolean resourcesCovered(Statement wide, Statement narrow) {
        boolean covered = narrow.resources().isPresent()
                && wide.resources().isPresent()
                && uncovered(wide.resources(), narrow.resources(), Patterns::covers)
                        .isEmpty();
        boolean excluded = narrow.notResources().isPresent()
                && wide.notResources().isPresent()
                && uncovered(narrow.notResources(), wide.notResources(), Patterns::covers)
                        .isEmpty();
        boolean none = Stream.of(narrow.resources(), wide.resources(), narrow.notResources(), wide.notResources())
                .allMatch(Optional::isEmpty);
        return covered || excluded || none;
    }

    private static <T> List<T> uncovered(
            Optional<OneOrMore<T>> wide, Optional<OneOrMore<T>> narrow, BiPredicate<T, T> covers) {
        return Lists.uncoveredBy(
                wide.orElseThrow().values(), narrow.orElseThrow().values(), covers);
    }
}
