// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.minimise;

import io.github.dkpbootstrap.policy.OneOrMore;
import io.github.dkpbootstrap.policy.Statement;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/** Leaves out of each list of a statement what another entry of the same list covers. */
final class OwnCoverRule implements Rule {
    @Override
    public Stream<Rewrite> proposals(List<Part> parts) {
        return parts.stream().flatMap(OwnCoverRule::proposal);
    }

    private static Stream<Rewrite> proposal(Part part) {
        Statement statement = part.statement();
        Statement smaller = statement.toBuilder()
                .actions(uncovered(statement.actions(), Patterns::covers))
                .notActions(uncovered(statement.notActions(), Patterns::covers))
                .resources(uncovered(statement.resources(), Patterns::covers))
                .notResources(uncovered(statement.notResources(), Patterns::covers))
                .build();
        int entries = entries(statement) - entries(smaller);
        return entries == 0
                ? Stream.empty()
                : Stream.of(Rewrite.of(
                        Step.Kind.SUBSUME,
                        part,
                        smaller,
                        "left out " + entries + " entries that others of the list cover"));
    }

    private static <T> Optional<OneOrMore<T>> uncovered(Optional<OneOrMore<T>> values, BiPredicate<T, T> covers) {
        return values.flatMap(list -> {
            List<T> left = Lists.uncovered(list.values(), covers);
            return left.size() == list.values().size() ? values : Lists.shaped(left);
        });
    }

    private static int entries(Statement statement) {
        return Stream.of(statement.actions(), statement.notActions(), statement.resources(), statement.notResources())
                .flatMap(Optional::stream)
                .mapToInt(list -> list.values().size())
                .sum();
    }
}
