// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.minimise;

import io.github.dkpbootstrap.policy.OneOrMore;
import io.github.dkpbootstrap.policy.PolicyDocument;
import io.github.dkpbootstrap.policy.PolicyVersion;
import io.github.dkpbootstrap.policy.Statement;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** A statement that is worked on, and which statements of the given document it comes from. Equal by identity. */
final class Part {
    private static final int AROUND = "{\"Statement\":}".length();

    private final Statement statement;
    private final SortedSet<Integer> origins;
    private final Statement normal;
    private final int size;

    Part(Statement statement, SortedSet<Integer> origins) {
        this.statement = statement;
        this.origins = new TreeSet<>(origins);
        this.normal = alone(statement).normalised().statements().values().get(0);
        this.size = charactersOf(statement);
    }

    Statement statement() {
        return statement;
    }

    SortedSet<Integer> origins() {
        return new TreeSet<>(origins);
    }

    /** Returns the normalised statement, for comparisons. */
    Statement normal() {
        return normal;
    }

    /** Returns the characters that the statement takes in a document, without a comma. */
    int size() {
        return size;
    }

    /** Returns whether the statement has an id, by which others may refer to it. */
    boolean isNamed() {
        return normal.sid().isPresent();
    }

    /** Returns the characters that a statement takes in a document, without a comma. */
    static int charactersOf(Statement statement) {
        return alone(statement).quotaCharacters() - AROUND;
    }

    /** Returns a document of these statements, in the version of another. */
    static PolicyDocument document(Optional<PolicyVersion> version, List<Statement> statements) {
        return PolicyDocument.builder()
                .version(version)
                .statements(OneOrMore.list(statements))
                .build();
    }

    private static PolicyDocument alone(Statement statement) {
        return PolicyDocument.builder()
                .version(Optional.empty())
                .statements(OneOrMore.one(statement))
                .build();
    }
}
