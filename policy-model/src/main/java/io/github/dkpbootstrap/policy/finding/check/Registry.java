// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The list of all checks. A new check is a line here, a folder of documents, and a row of the guide. */
public final class Registry {
    private static final List<Check> CHECKS = Stream.of(documents(), refusals())
            .flatMap(List::stream)
            .sorted(Comparator.comparing((Check check) -> check.about().severity())
                    .thenComparing(check -> check.about().id()))
            .collect(Collectors.toUnmodifiableList());

    private Registry() {}

    /** Returns all checks, by severity and id. */
    public static List<Check> checks() {
        return CHECKS;
    }

    private static List<Check> documents() {
        return List.of(new MissingVersion());
    }

    private static List<Check> refusals() {
        return List.of(new JsonSyntaxError());
    }
}
