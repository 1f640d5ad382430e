// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.minimise;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Leaves out the ids of statements, where that is asked for: they take characters and keep statements from being merged. */
final class SidRule implements Rule {
    @Override
    public Stream<Rewrite> proposals(List<Part> parts) {
        return parts.stream()
                .filter(part -> part.statement().sid().isPresent())
                .map(part -> Rewrite.of(
                        Step.Kind.SID,
                        part,
                        part.statement().toBuilder().sid(Optional.empty()).build(),
                        "left out the id"));
    }
}
