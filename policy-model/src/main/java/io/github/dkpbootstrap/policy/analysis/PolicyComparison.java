// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.analysis;

import io.github.dkpbootstrap.policy.ActionPattern;
import io.github.dkpbootstrap.policy.Effect;
import io.github.dkpbootstrap.policy.OneOrMore;
import io.github.dkpbootstrap.policy.PolicyDocument;
import io.github.dkpbootstrap.policy.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Compares two documents, statement by statement and access by access. */
final class PolicyComparison {
    private final PolicyDocument older;
    private final PolicyDocument newer;
    private final ContainmentQuestion question;

    PolicyComparison(PolicyDocument older, PolicyDocument newer, ContainmentQuestion question) {
        this.older = older;
        this.newer = newer;
        this.question = question;
    }

    PolicyDiff diff() {
        return PolicyDiff.builder()
                .statements(statements())
                .gained(only(newer, older))
                .lost(only(older, newer))
                .build();
    }

    private List<StatementChange> statements() {
        List<Statement> left = new ArrayList<>(older.statements().values());
        Map<Integer, Statement> partners = partners(left);
        List<StatementChange> changes = new ArrayList<>();
        List<Statement> now = newer.statements().values();
        for (int i = 0; i < now.size(); i++) {
            add(Optional.ofNullable(partners.get(i)), Optional.of(now.get(i)), changes);
        }
        left.forEach(statement -> add(Optional.of(statement), Optional.empty(), changes));
        return changes;
    }

    private static void add(Optional<Statement> before, Optional<Statement> after, List<StatementChange> changes) {
        List<ElementChange> elements = StatementEntries.changes(before, after);
        if (!elements.isEmpty()) {
            changes.add(StatementChange.builder()
                    .before(before)
                    .after(after)
                    .elements(elements)
                    .build());
        }
    }

    /** Takes from {@code left} the partner of each newer statement: the equal one, that of the same id, the most alike. */
    private Map<Integer, Statement> partners(List<Statement> left) {
        Map<Integer, Statement> partners = new LinkedHashMap<>();
        List<Statement> now = newer.statements().values();
        for (int i = 0; i < now.size(); i++) {
            if (left.remove(now.get(i))) {
                partners.put(i, now.get(i));
            }
        }
        for (int i = 0; i < now.size(); i++) {
            Statement statement = now.get(i);
            if (!partners.containsKey(i)) {
                Optional<Statement> partner = left.stream()
                        .filter(other ->
                                statement.sid().isPresent() && other.sid().equals(statement.sid()))
                        .findFirst()
                        .or(() -> mostAlike(statement, left));
                if (partner.isPresent()) {
                    left.remove(partner.get());
                    partners.put(i, partner.get());
                }
            }
        }
        return partners;
    }

    private static Optional<Statement> mostAlike(Statement statement, List<Statement> candidates) {
        return candidates.stream()
                .filter(other -> other.sid().isEmpty() || statement.sid().isEmpty())
                .filter(other -> StatementEntries.shared(statement, other) > 0)
                .reduce((a, b) ->
                        StatementEntries.shared(statement, b) > StatementEntries.shared(statement, a) ? b : a);
    }

    /** Returns what {@code one} permits and {@code other} does not, action by action. */
    private List<AccessChange> only(PolicyDocument one, PolicyDocument other) {
        List<AccessChange> changes = new ArrayList<>();
        if (question.ask(one, other).isProven()) {
            return changes;
        }
        List<Statement> statements = one.statements().values();
        List<Statement> denies = statements.stream()
                .filter(statement -> statement.effect() == Effect.DENY)
                .collect(Collectors.toList());
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < statements.size(); i++) {
            if (statements.get(i).effect() == Effect.ALLOW) {
                parts.addAll(parts(statements.get(i), "$.Statement[" + i + "]"));
            }
        }
        ContainmentQuestion shared = question.sharedBy(parts.size());
        for (Part part : parts) {
            Containment answer = shared.ask(with(one, denies, part.statement()), other);
            if (!answer.isProven()) {
                changes.add(AccessChange.of(part.path(), part.action(), answer));
            }
        }
        return changes.isEmpty() ? List.of(AccessChange.of("$", "*", question.ask(one, other))) : changes;
    }

    /** A statement with one of its actions, and where that stands. */
    private record Part(String path, String action, Statement statement) {}

    private static List<Part> parts(Statement statement, String path) {
        if (statement.actions().isEmpty()) {
            String not = statement.notActions().orElseThrow().stream()
                    .map(pattern -> Wording.text(pattern.value()))
                    .collect(Collectors.joining(", ", "not ", ""));
            return List.of(new Part(path + ".NotAction", not, statement));
        }
        List<Part> parts = new ArrayList<>();
        OneOrMore<ActionPattern> actions = statement.actions().get();
        for (int i = 0; i < actions.values().size(); i++) {
            ActionPattern action = actions.values().get(i);
            String place = actions.shape() == OneOrMore.Shape.SCALAR ? ".Action" : ".Action[" + i + "]";
            parts.add(new Part(
                    path + place,
                    Wording.text(action.value()),
                    statement.toBuilder().actions(OneOrMore.one(action)).build()));
        }
        return parts;
    }

    private static PolicyDocument with(PolicyDocument document, List<Statement> denies, Statement allow) {
        List<Statement> statements = new ArrayList<>(denies);
        statements.add(allow);
        return PolicyDocument.builder()
                .version(document.version())
                .statements(OneOrMore.list(statements))
                .build();
    }
}
