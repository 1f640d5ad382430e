// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.engine;

import io.github.dkpbootstrap.policy.Condition;
import io.github.dkpbootstrap.policy.Effect;
import io.github.dkpbootstrap.policy.Statement;
import io.github.dkpbootstrap.policy.analysis.StatementResult;
import io.github.dkpbootstrap.policy.analysis.StatementResult.Match;
import java.util.List;

/** What became of a statement, and why. */
final class ExplainedStatement {
    private final CompiledStatement statement;
    private final Span span;
    private final String reason;

    ExplainedStatement(CompiledStatement statement, RequestView request) {
        this.statement = statement;
        span = statement.span(request);
        reason = reason(statement, request);
    }

    String location() {
        return statement.place().location();
    }

    int level() {
        return statement.place().level();
    }

    Effect effect() {
        return statement.effect();
    }

    /** Returns how strongly the statement applies, the worst assumed. */
    Grade grade() {
        return Assumption.WORST.grade(span, effect());
    }

    boolean allows(Layer layer) {
        return statement.layer() == layer && effect() == Effect.ALLOW && grade() != Grade.NONE;
    }

    StatementResult result() {
        return StatementResult.of(location(), effect(), reason, span.least() == Grade.NONE ? Match.NO : Match.YES);
    }

    /** Returns the reason of the first element that does not match, or else of the first that is open. */
    private static String reason(CompiledStatement statement, RequestView request) {
        FirstReason first = new FirstReason();
        Statement written = statement.place().statement();
        ElementWording wording = new ElementWording(written, request.request());
        Span named = statement.principal().span(request.caller());
        Answer principal =
                named.most() == Grade.NONE ? Answer.NO : named.least() == Grade.NONE ? Answer.OPEN : Answer.YES;
        first.offer(principal, () -> wording.principal(statement.layer()));
        first.offer(statement.action().answer(request), wording::action);
        first.offer(statement.resource().answer(request), wording::resource);
        List<Condition> conditions = written.conditions();
        for (int i = 0; i < conditions.size(); i++) {
            Condition condition = conditions.get(i);
            List<String> given = new ContextKey(condition.key()).values(request);
            first.offer(statement.condition(i).answer(request), () -> ConditionWording.of(condition, given));
        }
        return first.reason();
    }
}
