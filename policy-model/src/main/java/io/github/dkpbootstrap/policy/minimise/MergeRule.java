// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.minimise;

import io.github.dkpbootstrap.policy.Condition;
import io.github.dkpbootstrap.policy.ConditionOperator;
import io.github.dkpbootstrap.policy.ConditionOperator.SetQuantifier;
import io.github.dkpbootstrap.policy.ConditionValue;
import io.github.dkpbootstrap.policy.Principal;
import io.github.dkpbootstrap.policy.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes one statement of two that differ in exactly one of actions, resources, principal and the values of one condition.
 * Two that differ in more would together permit what neither does.
 */
final class MergeRule implements Rule {
    @Override
    public Stream<Rewrite> proposals(List<Part> parts) {
        return Pairs.of(parts)
                .flatMap(pair -> merged(pair.one(), pair.other())
                        .map(merged -> new Rewrite(
                                Step.Kind.MERGE,
                                List.of(pair.one(), pair.other()),
                                List.of(merged),
                                List.of(),
                                "merged two statements"))
                        .stream());
    }

    private static Optional<Statement> merged(Part one, Part other) {
        Statement a = one.normal();
        Statement b = other.normal();
        boolean sameActions = a.actions().equals(b.actions()) && a.notActions().equals(b.notActions());
        boolean sameResources =
                a.resources().equals(b.resources()) && a.notResources().equals(b.notResources());
        boolean samePrincipal =
                a.principal().equals(b.principal()) && a.notPrincipal().equals(b.notPrincipal());
        boolean sameConditions = a.conditions().equals(b.conditions());
        if (a.effect() != b.effect()) {
            return Optional.empty();
        }
        if (sameResources && samePrincipal && sameConditions) {
            return Join.actions(one.statement(), other.statement());
        }
        if (sameActions && samePrincipal && sameConditions) {
            return Join.resources(one.statement(), other.statement());
        }
        if (sameActions && sameResources && sameConditions) {
            return principal(one.statement(), other.statement());
        }
        return sameActions && sameResources && samePrincipal
                ? conditions(one.statement(), a.conditions(), b.conditions())
                : Optional.empty();
    }

    private static Optional<Statement> principal(Statement one, Statement other) {
        return one.principal()
                .flatMap(mine -> other.principal()
                        .filter(theirs ->
                                mine instanceof Principal.Identities && theirs instanceof Principal.Identities)
                        .map(theirs ->
                                one.toBuilder().principal(mine.and(theirs)).build()));
    }

    /** Joins the values of the one condition that differs; the conditions are normalised and in equal order. */
    private static Optional<Statement> conditions(Statement one, List<Condition> mine, List<Condition> theirs) {
        if (mine.size() != theirs.size()) {
            return Optional.empty();
        }
        List<Condition> joined = new ArrayList<>();
        int different = 0;
        for (int i = 0; i < mine.size(); i++) {
            Condition a = mine.get(i);
            Condition b = theirs.get(i);
            if (!a.operator().equals(b.operator()) || !a.key().equals(b.key())) {
                return Optional.empty();
            }
            different += a.equals(b) ? 0 : 1;
            joined.add(a.equals(b) ? a : join(a, b));
        }
        return different == 1 && joined.stream().allMatch(each -> mine.contains(each) || isAnyOf(each.operator()))
                ? Optional.of(one.toBuilder().conditions(joined).build())
                : Optional.empty();
    }

    private static Condition join(Condition one, Condition other) {
        List<ConditionValue> values =
                Lists.union(one.values().values(), other.values().values(), value -> value);
        return Condition.of(one.operator(), one.key(), Lists.shaped(values).orElseThrow());
    }

    /** Returns whether an operator holds for two values together where it does for one of them. */
    private static boolean isAnyOf(ConditionOperator operator) {
        return !operator.comparison().negated()
                && !operator.quantifier().equals(Optional.of(SetQuantifier.FOR_ALL_VALUES));
    }
}
