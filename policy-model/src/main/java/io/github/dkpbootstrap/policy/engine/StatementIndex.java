// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.engine;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Statements of one effect that count together, found by the action of a request. Immutable. */
final class StatementIndex {
    private static final CompiledStatement[] NONE = {};

    private final CompiledStatement[] all;
    private final CompiledStatement[] unbounded;
    private final ActionTable<CompiledStatement[]> byAction;
    private final ActionTable<CompiledStatement[]> byService;

    StatementIndex(List<CompiledStatement> statements) {
        all = statements.toArray(CompiledStatement[]::new);
        unbounded = statements.stream()
                .filter(statement -> statement.action().isUnbounded())
                .toArray(CompiledStatement[]::new);
        Map<String, Set<CompiledStatement>> actions = new HashMap<>();
        Map<String, Set<CompiledStatement>> services = new HashMap<>();
        statements.stream()
                .filter(statement -> !statement.action().isUnbounded())
                .forEach(statement -> {
                    for (NamePattern pattern : statement.action().patterns()) {
                        Map<String, Set<CompiledStatement>> table = pattern.isLiteral() ? actions : services;
                        String key = pattern.isLiteral() ? pattern.tableAction() : pattern.tableService();
                        table.computeIfAbsent(key, any -> new LinkedHashSet<>()).add(statement);
                    }
                });
        byAction = table(actions);
        byService = table(services);
    }

    private static ActionTable<CompiledStatement[]> table(Map<String, Set<CompiledStatement>> entries) {
        Map<String, CompiledStatement[]> arrays = new HashMap<>();
        entries.forEach((key, statements) -> arrays.put(key, statements.toArray(CompiledStatement[]::new)));
        return new ActionTable<>(arrays, NONE);
    }

    boolean applies(RequestView request, Assumption assumption) {
        return strongest(request, assumption) != Grade.NONE;
    }

    /** Returns how strongly the strongest statement applies. */
    Grade strongest(RequestView request, Assumption assumption) {
        if (all.length == 0) {
            return Grade.NONE;
        }
        if (!request.isAscii()) {
            return strongestOf(all, Grade.NONE, request, assumption);
        }
        Grade strongest = Grade.NONE;
        for (CompiledStatement statement : request.byAction(byAction)) {
            if (strongest == Grade.FULL) {
                return strongest;
            }
            strongest = strongest.or(assumption.grade(statement.spanOfListed(request), statement.effect()));
        }
        strongest = strongestOf(request.byService(byService), strongest, request, assumption);
        return strongestOf(unbounded, strongest, request, assumption);
    }

    private static Grade strongestOf(
            CompiledStatement[] statements, Grade soFar, RequestView request, Assumption assumption) {
        Grade strongest = soFar;
        for (int i = 0; i < statements.length && strongest != Grade.FULL; i++) {
            Span span = statements[i].span(request);
            strongest = strongest.or(assumption.grade(span, statements[i].effect()));
        }
        return strongest;
    }
}
