// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.minimise;

import io.github.dkpbootstrap.policy.OneOrMore;
import io.github.dkpbootstrap.policy.PolicyDocument;
import io.github.dkpbootstrap.policy.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A document that is being made smaller, and what was done to it. Not thread-safe. */
final class Workbench {
    private final PolicyDocument given;
    private final EqualityProof proof;
    private final List<Part> parts = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    private final Set<Claim> refused = new HashSet<>();
    private OneOrMore.Shape shape;

    /** Two lists of statements of which it could not be proved that they mean the same. */
    private record Claim(List<Statement> before, List<Statement> after) {}

    Workbench(PolicyDocument given, EqualityProof proof) {
        this.given = given;
        this.proof = proof;
        this.shape = given.statements().shape();
        List<Statement> statements = given.statements().values();
        for (int i = 0; i < statements.size(); i++) {
            parts.add(new Part(statements.get(i), new TreeSet<>(Set.of(i))));
        }
    }

    /** Returns the statements that rules may change. */
    List<Part> open() {
        return parts.stream()
                .filter(part -> !Intrinsics.areIn(part.statement()))
                .collect(Collectors.toList());
    }

    PolicyDocument document() {
        List<Statement> statements = parts.stream().map(Part::statement).collect(Collectors.toList());
        return document(statements);
    }

    /** Returns a document of these statements, otherwise as the given one. */
    PolicyDocument document(List<Statement> statements) {
        boolean scalar = statements.size() == 1 && shape == OneOrMore.Shape.SCALAR;
        return PolicyDocument.builder()
                .version(given.version())
                .id(given.id())
                .statements(scalar ? OneOrMore.one(statements.get(0)) : OneOrMore.list(statements))
                .build();
    }

    /** Returns the statement of the given document that a part comes from, the first if there are several. */
    Statement given(Part part) {
        return given.statements().values().get(part.origins().first());
    }

    /** Takes the brackets from a single statement. */
    void unbracket() {
        if (parts.size() == 1 && shape == OneOrMore.Shape.LIST) {
            int before = document().quotaCharacters();
            shape = OneOrMore.Shape.SCALAR;
            int saved = before - document().quotaCharacters();
            List<Integer> origins = List.copyOf(parts.get(0).origins());
            steps.add(new Step(
                    Step.Kind.SHAPE, origins, "wrote the only statement without brackets", saved, Optional.empty()));
        }
    }

    /** Returns all statements as they are now. */
    List<Part> parts() {
        return List.copyOf(parts);
    }

    List<Step> steps() {
        return List.copyOf(steps);
    }

    /**
     * Makes a change that saves something, if it is proved to change nothing in what the document permits, and if no change
     * before it has taken one of its statements.
     */
    boolean makeProved(Rewrite rewrite) {
        boolean current = parts.containsAll(rewrite.changed()) && parts.containsAll(rewrite.kept());
        if (!current || rewrite.saved() <= 0 || !isProved(rewrite)) {
            return false;
        }
        make(rewrite, Optional.empty());
        return true;
    }

    /** Makes a change that saves nothing, if it is proved to change nothing in what the document permits. */
    boolean makeProvedAtAnyCost(Rewrite rewrite) {
        boolean proved = isProved(rewrite);
        if (proved) {
            make(rewrite, Optional.empty());
        }
        return proved;
    }

    /** Makes a change that is proved, or rests on a catalogue. */
    void make(Rewrite rewrite, Optional<LocalDate> catalogueDate) {
        int before = document().quotaCharacters();
        int at = parts.indexOf(rewrite.changed().get(0));
        parts.removeAll(rewrite.changed());
        List<Part> made = rewrite.to().stream()
                .map(statement -> new Part(statement, rewrite.origins()))
                .collect(Collectors.toList());
        parts.addAll(at, made);
        int saved = before - document().quotaCharacters();
        steps.add(new Step(rewrite.kind(), List.copyOf(rewrite.origins()), rewrite.what(), saved, catalogueDate));
    }

    private boolean isProved(Rewrite rewrite) {
        List<Statement> kept = rewrite.kept().stream().map(Part::statement).collect(Collectors.toList());
        List<Statement> before = new ArrayList<>(kept);
        List<Statement> after = new ArrayList<>(kept);
        rewrite.changed().forEach(part -> before.add(part.statement()));
        after.addAll(rewrite.to());
        Claim claim = new Claim(before, after);
        if (refused.contains(claim)) {
            return false;
        }
        boolean proved = proof.isProved(Part.document(given.version(), before), Part.document(given.version(), after));
        if (!proved) {
            refused.add(claim);
        }
        return proved;
    }
}
