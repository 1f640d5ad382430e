// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.minimise;

import io.github.dkpbootstrap.policy.PolicyDocument;
import io.github.dkpbootstrap.policy.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/**
 * Spreads statements over documents: the largest first, each to the first document that has room for it. Within a document
 * they are in their old order.
 */
final class Packing {
    private final Workbench bench;
    private final int maxCharacters;

    Packing(Workbench bench, int maxCharacters) {
        this.bench = bench;
        this.maxCharacters = maxCharacters;
    }

    List<PolicyDocument> documents() {
        List<Part> parts = bench.parts();
        List<List<Part>> bins = new ArrayList<>();
        parts.stream()
                .sorted(Comparator.comparingInt(Part::size).reversed())
                .forEach(part -> bins.stream()
                        .filter(bin -> hasRoom(bin, part))
                        .findFirst()
                        .orElseGet(() -> added(bins))
                        .add(part));
        ToIntFunction<Part> place = parts::indexOf;
        bins.forEach(bin -> bin.sort(Comparator.comparingInt(place)));
        bins.sort(Comparator.comparingInt(bin -> place.applyAsInt(bin.get(0))));
        return bins.stream().map(this::document).collect(Collectors.toList());
    }

    private static List<Part> added(List<List<Part>> bins) {
        List<Part> bin = new ArrayList<>();
        bins.add(bin);
        return bin;
    }

    private boolean hasRoom(List<Part> bin, Part part) {
        List<Part> with = new ArrayList<>(bin);
        with.add(part);
        return document(with).quotaCharacters() <= maxCharacters;
    }

    private PolicyDocument document(List<Part> parts) {
        List<Statement> statements = parts.stream().map(Part::statement).collect(Collectors.toList());
        return bench.document(statements);
    }
}
