// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.report;

import io.github.dkpbootstrap.policy.ActionPattern;
import io.github.dkpbootstrap.policy.Effect;
import io.github.dkpbootstrap.policy.OneOrMore;
import io.github.dkpbootstrap.policy.PolicyTarget;
import io.github.dkpbootstrap.policy.Principal;
import io.github.dkpbootstrap.policy.Statement;
import io.github.dkpbootstrap.policy.catalogue.ActionEntry;
import io.github.dkpbootstrap.policy.catalogue.Catalogue;
import java.util.List;

/**
 * A statement and what its entries stand for.
 *
 * @param number its place in the document; the first is 1
 * @param named what the entries of Action stand for, or of NotAction
 */
public record StatementFacts(int number, Statement statement, Reach reach, ActionSet named) {
    static StatementFacts of(int number, Statement statement, PolicyTarget target, Catalogue catalogue) {
        ActionSet named = ActionSet.of(patterns(statement), catalogue);
        return new StatementFacts(number, statement, Reach.of(statement, target), named);
    }

    /** Returns the actions that the entries name, by service; those of NotAction are what the statement leaves out. */
    public List<ServiceActions> services() {
        return named.services();
    }

    boolean isAllow() {
        return statement.effect() == Effect.ALLOW;
    }

    boolean isNotAction() {
        return statement.notActions().isPresent();
    }

    boolean isConditional() {
        return !statement.conditions().isEmpty();
    }

    /** Returns whether the statement is for everyone that the policy can speak of. */
    boolean isForEveryone() {
        return statement.notPrincipal().isEmpty()
                && statement
                        .principal()
                        .filter(p -> !(p instanceof Principal.Everyone))
                        .isEmpty();
    }

    boolean covers(ActionEntry action) {
        return named.contains(action) != isNotAction();
    }

    /** Returns whether the action is refused by this statement whatever the caller, resource and context. */
    boolean takesAway(ActionEntry action) {
        return !isAllow()
                && !isConditional()
                && isForEveryone()
                && reach.kind() == Reach.Kind.EVERYTHING
                && covers(action);
    }

    List<ActionPattern> patterns() {
        return patterns(statement).values();
    }

    private static OneOrMore<ActionPattern> patterns(Statement statement) {
        return statement.actions().or(statement::notActions).orElseThrow();
    }
}
