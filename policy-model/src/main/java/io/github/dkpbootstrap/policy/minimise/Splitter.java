// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.minimise;

import io.github.dkpbootstrap.policy.OneOrMore;
import io.github.dkpbootstrap.policy.PolicyDocument;
import io.github.dkpbootstrap.policy.PolicyString;
import io.github.dkpbootstrap.policy.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Cuts statements that are too large for a document of their own into two, by their actions or their resources. */
final class Splitter {
    private final Workbench bench;
    private final int maxCharacters;

    Splitter(Workbench bench, int maxCharacters) {
        this.bench = bench;
        this.maxCharacters = maxCharacters;
    }

    /** Cuts until each statement fits; returns the first one that does not and cannot be cut. */
    Optional<Part> split() {
        Optional<Part> large = large();
        while (large.isPresent()) {
            Part part = large.get();
            boolean cut = !Intrinsics.areIn(part.statement())
                    && halves(part.statement())
                            .map(halves -> rewrite(part, halves))
                            .filter(bench::makeProvedAtAnyCost)
                            .isPresent();
            if (!cut) {
                return large;
            }
            large = large();
        }
        return Optional.empty();
    }

    private Optional<Part> large() {
        return bench.parts().stream().filter(part -> !fits(part.statement())).findFirst();
    }

    private boolean fits(Statement statement) {
        return bench.document(List.of(statement)).quotaCharacters() <= maxCharacters;
    }

    private Rewrite rewrite(Part part, List<Statement> halves) {
        Statement second =
                halves.get(1).toBuilder().sid(nextSid(bench.given(part))).build();
        return new Rewrite(
                Step.Kind.SPLIT,
                List.of(part),
                List.of(halves.get(0), second),
                List.of(),
                "cut in two, as it was larger than one document may be");
    }

    /** The second statement of two gets a name of its own, made from the given one, as a name may be there once. */
    private Optional<PolicyString> nextSid(Statement given) {
        Set<Optional<String>> taken = bench.parts().stream()
                .map(part -> part.statement().sid().flatMap(PolicyString::text))
                .collect(Collectors.toSet());
        return given.sid()
                .flatMap(PolicyString::text)
                .filter(sid -> !sid.isEmpty())
                .flatMap(sid -> Stream.iterate(2, number -> number + 1)
                        .map(number -> sid + number)
                        .filter(next -> !taken.contains(Optional.of(next)))
                        .findFirst())
                .map(PolicyString::of);
    }

    /** Cuts the longer of both lists; nothing if neither has two entries. */
    private Optional<List<Statement>> halves(Statement statement) {
        Optional<List<Statement>> byActions = cut(
                statement.actions(), list -> statement.toBuilder().actions(list).build());
        Optional<List<Statement>> byResources = cut(
                statement.resources(),
                list -> statement.toBuilder().resources(list).build());
        boolean actionsFirst = byResources.isEmpty() || largest(byActions) <= largest(byResources);
        return actionsFirst && byActions.isPresent() ? byActions : byResources;
    }

    private static int largest(Optional<List<Statement>> halves) {
        return halves.stream()
                .flatMap(List::stream)
                .mapToInt(each ->
                        PolicyDocument.builder().addStatement(each).build().quotaCharacters())
                .max()
                .orElse(Integer.MAX_VALUE);
    }

    /** Cuts a list behind the last entry with which the statement fits, or in the middle if it never does. */
    private <T> Optional<List<Statement>> cut(Optional<OneOrMore<T>> list, Function<OneOrMore<T>, Statement> with) {
        List<T> values = list.map(OneOrMore::values).orElse(List.of());
        if (values.size() < 2) {
            return Optional.empty();
        }
        int at = values.size() - 1;
        while (at > 0 && !fits(with.apply(OneOrMore.list(values.subList(0, at))))) {
            at--;
        }
        int behind = at == 0 ? values.size() / 2 : at;
        return Optional.of(Stream.of(values.subList(0, behind), values.subList(behind, values.size()))
                .map(half -> with.apply(Lists.shaped(half).orElseThrow()))
                .collect(Collectors.toList()));
    }
}
