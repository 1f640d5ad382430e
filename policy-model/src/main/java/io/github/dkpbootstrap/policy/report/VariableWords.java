// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.report;

import io.github.dkpbootstrap.policy.PolicyString;
import io.github.dkpbootstrap.policy.Statement;
import io.github.dkpbootstrap.policy.internal.SecretKeys;
import io.github.dkpbootstrap.policy.report.page.Line;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The policy variables of a statement. */
final class VariableWords {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^{}$'\",]+)(?:,[^{}]*)?}");
    private static final List<String> SIGNS = List.of("*", "?");

    private VariableWords() {}

    /** Returns which variables there are, or that what looks like one is none. */
    static Optional<Line> of(Statement statement, boolean old) {
        TreeSet<String> names = new TreeSet<>();
        strings(statement)
                .flatMap(string -> string.text().stream())
                .forEach(text -> VARIABLE.matcher(text)
                        .results()
                        .map(found -> found.group(1).strip())
                        .filter(name -> !name.isEmpty() && !SIGNS.contains(name))
                        .forEach(names::add));
        if (names.isEmpty()) {
            return Optional.empty();
        }
        Line list = Line.empty().list(names.stream().map(Line.empty()::code).toList(), " and ");
        return Optional.of(
                old
                        ? list.text(": looks like a variable, but is plain text in this version of the language")
                        : list.text(": filled in from each request"));
    }

    private static Stream<PolicyString> strings(Statement statement) {
        Stream<PolicyString> resources = Stream.of(statement.resources(), statement.notResources())
                .flatMap(Optional::stream)
                .flatMap(list -> list.stream().map(pattern -> pattern.value()));
        Stream<PolicyString> values = statement.conditions().stream()
                .filter(condition -> !SecretKeys.isSecret(condition.key()))
                .flatMap(condition -> condition.values().stream().map(value -> value.value()));
        return Stream.concat(resources, values);
    }
}
