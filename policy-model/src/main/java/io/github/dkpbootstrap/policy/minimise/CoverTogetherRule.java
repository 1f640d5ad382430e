// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.minimise;

import io.github.dkpbootstrap.policy.OneOrMore;
import io.github.dkpbootstrap.policy.Statement;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Leaves out a statement that several others cover together. Whether they do is for the proof to say: this only finds the
 * statements of which every action and every resource is covered somewhere.
 */
final class CoverTogetherRule implements Rule {
    /** Beyond this the proofs, which see all statements at once, would take too long. */
    private static final int MAX_STATEMENTS = 40;

    @Override
    public Stream<Rewrite> proposals(List<Part> parts) {
        return parts.size() > MAX_STATEMENTS
                ? Stream.empty()
                : parts.stream().filter(part -> !part.isNamed()).flatMap(part -> proposal(part, parts));
    }

    private static Stream<Rewrite> proposal(Part part, List<Part> parts) {
        List<Part> others = parts.stream()
                .filter(other -> other != part
                        && other.statement().effect() == part.statement().effect())
                .collect(Collectors.toList());
        boolean possible = others.size() > 1
                && covered(part, others, Statement::actions, Patterns::covers)
                && covered(part, others, Statement::resources, Patterns::covers);
        return possible
                ? Stream.of(new Rewrite(
                        Step.Kind.SUBSUME,
                        List.of(part),
                        List.of(),
                        others,
                        "left out, as other statements cover it together"))
                : Stream.empty();
    }

    private static <T> boolean covered(
            Part part, List<Part> others, Function<Statement, Optional<OneOrMore<T>>> list, BiPredicate<T, T> covers) {
        return list.apply(part.statement()).stream()
                        .flatMap(OneOrMore::stream)
                        .allMatch(value -> others.stream()
                                .flatMap(other -> list.apply(other.statement()).stream())
                                .flatMap(OneOrMore::stream)
                                .anyMatch(wide -> covers.test(wide, value)))
                && list.apply(part.statement()).isPresent();
    }
}
