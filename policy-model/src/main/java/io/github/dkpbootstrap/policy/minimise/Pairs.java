// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.minimise;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The pairs of statements that may become others: those without an id. */
final class Pairs {
    private Pairs() {}

    /** Two statements, in the order of the document. */
    record Pair(Part one, Part other) {}

    static Stream<Pair> of(List<Part> parts) {
        return IntStream.range(0, parts.size())
                .boxed()
                .filter(i -> !parts.get(i).isNamed())
                .flatMap(i -> parts.subList(i + 1, parts.size()).stream()
                        .filter(other -> !other.isNamed())
                        .map(other -> new Pair(parts.get(i), other)));
    }
}
