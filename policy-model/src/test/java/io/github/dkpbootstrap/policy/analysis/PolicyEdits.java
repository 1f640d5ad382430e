// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.analysis;

import io.github.dkpbootstrap.policy.Condition;
import io.github.dkpbootstrap.policy.Effect;
import io.github.dkpbootstrap.policy.OneOrMore;
import io.github.dkpbootstrap.policy.PolicyDocument;
import io.github.dkpbootstrap.policy.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Small changes of documents: some of them can only narrow what a document permits. */
final class PolicyEdits {
    private final Random random;
    private final RandomPolicies policies;
    private final boolean namesPrincipals;

    PolicyEdits(Random random, RandomPolicies policies, boolean namesPrincipals) {
        this.random = random;
        this.policies = policies;
        this.namesPrincipals = namesPrincipals;
    }

    /** Returns the document with a change after which it permits no more than before. */
    PolicyDocument narrowed(PolicyDocument document) {
        List<Statement> statements = new ArrayList<>(document.statements().values());
        int at = random.nextInt(statements.size());
        Statement statement = statements.get(at);
        boolean allows = statement.effect() == Effect.ALLOW;
        switch (random.nextInt(5)) {
            case 0 -> Collections.shuffle(statements, random);
            case 1 -> statements.add(deny());
            case 2 -> {
                if (allows && statements.size() > 1) {
                    statements.remove(at);
                }
            }
            case 3 -> {
                List<Condition> conditions = new ArrayList<>(statement.conditions());
                if (allows) {
                    Condition more = policies.condition();
                    if (conditions.stream().noneMatch(other -> sameTest(other, more))) {
                        conditions.add(more);
                    }
                } else if (!conditions.isEmpty()) {
                    conditions.remove(random.nextInt(conditions.size()));
                }
                statements.set(
                        at,
                        Statement.builder()
                                .from(statement)
                                .conditions(conditions)
                                .build());
            }
            default -> statements.set(at, allows ? withFewer(statement) : withMore(statement));
        }
        return with(document, statements);
    }

    /** Returns the document with one change of any kind. */
    PolicyDocument edited(PolicyDocument document) {
        List<Statement> statements = new ArrayList<>(document.statements().values());
        int at = random.nextInt(statements.size());
        Statement old = statements.get(at);
        Statement other = policies.statement(namesPrincipals);
        switch (random.nextInt(6)) {
            case 0 -> statements.add(other);
            case 1 -> {
                if (statements.size() > 1) {
                    statements.remove(at);
                }
            }
            case 2 ->
                statements.set(
                        at,
                        Statement.builder()
                                .from(old)
                                .effect(old.effect() == Effect.ALLOW ? Effect.DENY : Effect.ALLOW)
                                .build());
            case 3 ->
                statements.set(
                        at,
                        Statement.builder()
                                .from(old)
                                .conditions(other.conditions())
                                .build());
            case 4 ->
                statements.set(
                        at,
                        Statement.builder()
                                .from(old)
                                .actions(other.actions())
                                .notActions(other.notActions())
                                .build());
            default ->
                statements.set(
                        at,
                        Statement.builder()
                                .from(old)
                                .resources(other.resources())
                                .notResources(other.notResources())
                                .build());
        }
        return with(document, statements);
    }

    private Statement deny() {
        return policies.statement(namesPrincipals).toBuilder()
                .effect(Effect.DENY)
                .build();
    }

    private static boolean sameTest(Condition first, Condition second) {
        return first.operator().equals(second.operator()) && first.key().equalsIgnoreCase(second.key());
    }

    private Statement withFewer(Statement statement) {
        return random.nextBoolean()
                ? statement.toBuilder()
                        .actions(statement.actions().map(this::fewer))
                        .notActions(statement.notActions().map(list -> more(list, policies.actions())))
                        .build()
                : statement.toBuilder()
                        .resources(statement.resources().map(this::fewer))
                        .notResources(statement.notResources().map(list -> more(list, policies.resources())))
                        .build();
    }

    private Statement withMore(Statement statement) {
        return random.nextBoolean()
                ? statement.toBuilder()
                        .actions(statement.actions().map(list -> more(list, policies.actions())))
                        .notActions(statement.notActions().map(this::fewer))
                        .build()
                : statement.toBuilder()
                        .resources(statement.resources().map(list -> more(list, policies.resources())))
                        .notResources(statement.notResources().map(this::fewer))
                        .build();
    }

    private <T> OneOrMore<T> fewer(OneOrMore<T> list) {
        List<T> values = new ArrayList<>(list.values());
        if (values.size() > 1) {
            values.remove(random.nextInt(values.size()));
        }
        return OneOrMore.list(values);
    }

    private static <T> OneOrMore<T> more(OneOrMore<T> list, OneOrMore<T> others) {
        List<T> values = new ArrayList<>(list.values());
        values.addAll(others.values());
        return OneOrMore.list(values);
    }

    private static PolicyDocument with(PolicyDocument document, List<Statement> statements) {
        return PolicyDocument.builder()
                .version(document.version())
                .id(Optional.empty())
                .statements(OneOrMore.list(statements))
                .build();
    }
}
