// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.benchmarks;

import dk.brics.automaton.Automaton;
import dk.brics.automaton.BasicOperations;
import io.github.dkpbootstrap.policy.PolicyDocument;
import io.github.dkpbootstrap.policy.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Containment as one would write it with a library for regular languages: each document is the language of all texts of an
 * action, a line feed and a resource that it allows. Knows allows only, and neither conditions nor the rules for ARNs.
 */
final class AutomatonContainment {
    private AutomatonContainment() {}

    static boolean isContained(PolicyDocument narrow, PolicyDocument wide) {
        return language(narrow).subsetOf(language(wide));
    }

    private static Automaton language(PolicyDocument document) {
        List<Automaton> statements = new ArrayList<>();
        document.statements().forEach(statement -> statements.add(language(statement)));
        Automaton all = BasicOperations.union(statements);
        all.minimize();
        return all;
    }

    private static Automaton language(Statement statement) {
        List<Automaton> actions = new ArrayList<>();
        statement
                .actions()
                .orElseThrow()
                .forEach(action -> actions.add(glob(action.value().requireText().toLowerCase(Locale.ROOT))));
        List<Automaton> resources = new ArrayList<>();
        statement
                .resources()
                .orElseThrow()
                .forEach(resource -> resources.add(glob(resource.value().requireText())));
        return BasicOperations.concatenate(
                List.of(BasicOperations.union(actions), Automaton.makeChar('\n'), BasicOperations.union(resources)));
    }

    private static Automaton glob(String pattern) {
        List<Automaton> parts = pattern.chars().mapToObj(c -> part((char) c)).collect(Collectors.toList());
        return BasicOperations.concatenate(parts);
    }

    private static Automaton part(char c) {
        return switch (c) {
            case '*' -> Automaton.makeAnyString();
            case '?' -> Automaton.makeAnyChar();
            default -> Automaton.makeChar(c);
        };
    }
}
