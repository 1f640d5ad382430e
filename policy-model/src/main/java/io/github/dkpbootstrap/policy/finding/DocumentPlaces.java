// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding;

import io.github.dkpbootstrap.policy.LocatedPolicy;
import io.github.dkpbootstrap.policy.PolicyDocument;
import io.github.dkpbootstrap.policy.TextSpan;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The order of the paths of one document, and where they stand in its text if it has one. */
final class DocumentPlaces {
    private final Map<String, Integer> positions = new HashMap<>();
    private final Function<String, Optional<TextSpan>> spans;

    private DocumentPlaces(List<String> paths, Function<String, Optional<TextSpan>> spans) {
        this.spans = spans;
        paths.forEach(path -> positions.put(path, positions.size()));
    }

    static DocumentPlaces of(PolicyDocument document) {
        return new DocumentPlaces(LocatedPolicy.pathsOf(document), path -> Optional.empty());
    }

    static DocumentPlaces of(LocatedPolicy policy) {
        return new DocumentPlaces(policy.paths(), policy::span);
    }

    /** Returns a finding with the place of its path in the text. */
    Finding locate(Finding finding) {
        return spans.apply(finding.path())
                .<Finding>map(span -> Finding.builder().from(finding).span(span).build())
                .orElse(finding);
    }

    /** Returns the order of findings: by place, then severity, then id. */
    Comparator<Finding> order() {
        return Comparator.<Finding>comparingInt(finding -> positions.getOrDefault(finding.path(), Integer.MAX_VALUE))
                .thenComparing(Finding::severity)
                .thenComparing(Finding::id);
    }
}
