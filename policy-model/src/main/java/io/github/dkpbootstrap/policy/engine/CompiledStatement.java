// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.engine;

import io.github.dkpbootstrap.policy.ActionPattern;
import io.github.dkpbootstrap.policy.Effect;
import io.github.dkpbootstrap.policy.OneOrMore;
import io.github.dkpbootstrap.policy.PolicyString;
import io.github.dkpbootstrap.policy.Statement;
import io.github.dkpbootstrap.policy.engine.ActionTest.Element;
import java.util.List;
import java.util.Optional;

/** A statement, each of its elements read once. Immutable. */
final class CompiledStatement {
    private final StatementPlace place;
    private final PrincipalTest principal;
    private final ActionTest action;
    private final ResourceTest resource;
    private final ConditionTest[] conditions;

    CompiledStatement(StatementPlace place, VariableUse variables) {
        Statement statement = place.statement();
        this.place = place;
        principal = PrincipalTest.of(statement, place.layer());
        action = statement
                .actions()
                .map(list -> new ActionTest(Element.ACTION, strings(list)))
                .orElseGet(() -> new ActionTest(
                        Element.NOT_ACTION, strings(statement.notActions().orElseThrow())));
        resource = resource(place, variables);
        ConditionReader reader = new ConditionReader(variables);
        conditions = statement.conditions().stream().map(reader::read).toArray(ConditionTest[]::new);
    }

    private static ResourceTest resource(StatementPlace place, VariableUse variables) {
        Statement statement = place.statement();
        Optional<ResourceTest> plain = statement
                .resources()
                .map(list -> ResourceTest.listed(list.map(each -> each.value()).values(), place.layer(), variables));
        return plain.or(() -> statement
                        .notResources()
                        .map(list -> ResourceTest.listed(
                                        list.map(each -> each.value()).values(), place.layer(), variables)
                                .not()))
                .orElseGet(() -> ResourceTest.none(place.layer()));
    }

    private static List<PolicyString> strings(OneOrMore<ActionPattern> actions) {
        return actions.map(ActionPattern::value).values();
    }

    StatementPlace place() {
        return place;
    }

    Layer layer() {
        return place.layer();
    }

    Effect effect() {
        return place.statement().effect();
    }

    ActionTest action() {
        return action;
    }

    ResourceTest resource() {
        return resource;
    }

    PrincipalTest principal() {
        return principal;
    }

    ConditionTest condition(int index) {
        return conditions[index];
    }

    /** Returns how strongly the statement applies to a request. */
    Span span(RequestView request) {
        Answer answer = action.answer(request);
        return answer == Answer.NO ? Span.NONE : behindAction(answer, request);
    }

    /** As {@link #span}, for an action that the statement is known to list. */
    Span spanOfListed(RequestView request) {
        return behindAction(Answer.YES, request);
    }

    private Span behindAction(Answer actionAnswer, RequestView request) {
        Answer answer = actionAnswer.and(resource.answer(request));
        for (int i = 0; i < conditions.length && answer != Answer.NO; i++) {
            answer = answer.and(conditions[i].answer(request));
        }
        return answer == Answer.NO
                ? Span.NONE
                : principal.span(request.caller()).where(answer);
    }
}
