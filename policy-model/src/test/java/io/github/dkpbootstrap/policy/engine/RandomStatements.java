// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.engine;

import io.github.dkpbootstrap.policy.ActionPattern;
import io.github.dkpbootstrap.policy.Comparison;
import io.github.dkpbootstrap.policy.Condition;
import io.github.dkpbootstrap.policy.ConditionOperator;
import io.github.dkpbootstrap.policy.ConditionValue;
import io.github.dkpbootstrap.policy.Effect;
import io.github.dkpbootstrap.policy.Intrinsic;
import io.github.dkpbootstrap.policy.OneOrMore;
import io.github.dkpbootstrap.policy.PolicyString;
import io.github.dkpbootstrap.policy.Principal;
import io.github.dkpbootstrap.policy.PrincipalType;
import io.github.dkpbootstrap.policy.ResourcePattern;
import io.github.dkpbootstrap.policy.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Random statements of all of the grammar. */
final class RandomStatements {
    private final Dice dice;
    private final Vocabulary vocabulary;
    private boolean intrinsics;

    RandomStatements(Dice dice, Vocabulary vocabulary) {
        this.dice = dice;
        this.vocabulary = vocabulary;
    }

    /** Decides whether the next statements have template intrinsics here and there; most should not. */
    void chooseIntrinsics() {
        intrinsics = dice.oneIn(5);
    }

    Statement next(boolean withPrincipal) {
        Statement.Builder statement = Statement.builder().effect(dice.oneIn(6) ? Effect.DENY : Effect.ALLOW);
        OneOrMore<ActionPattern> actions =
                list(() -> dice.word(Words.ACTION_PATTERNS)).map(ActionPattern::of);
        if (dice.oneIn(2)) {
            statement.action("*");
        } else if (dice.oneIn(4)) {
            statement.notActions(actions);
        } else {
            statement.actions(actions);
        }
        addResources(statement);
        if (withPrincipal && dice.oneIn(6)) {
            statement.notPrincipal(principal());
        } else if (withPrincipal) {
            statement.principal(principal());
        }
        return statement.conditions(conditions()).build();
    }

    /** Returns a statement that allows everything on one condition. */
    Statement conditional(ConditionOperator operator) {
        return Statement.builder()
                .effect(Effect.ALLOW)
                .action("*")
                .resource("*")
                .addConditions(condition(operator))
                .build();
    }

    private void addResources(Statement.Builder statement) {
        OneOrMore<ResourcePattern> resources =
                list(() -> dice.word(Words.RESOURCE_PATTERNS)).map(ResourcePattern::of);
        switch (dice.upTo(9)) {
            case 0 -> {}
            case 1, 2, 3, 4, 5 -> statement.resource("*");
            case 6 -> statement.notResources(resources);
            default -> statement.resources(resources);
        }
    }

    private Principal principal() {
        if (dice.oneIn(5)) {
            return Principal.everyone();
        }
        Map<PrincipalType, OneOrMore<PolicyString>> ids = new LinkedHashMap<>();
        ids.put(
                dice.oneIn(2) ? PrincipalType.AWS : dice.pick(List.of(PrincipalType.values())),
                list(() -> dice.word(Words.NAMES)));
        if (dice.oneIn(3)) {
            ids.put(dice.pick(List.of(PrincipalType.values())), list(() -> dice.word(Words.NAMES)));
        }
        return Principal.ofTypes(ids);
    }

    private List<Condition> conditions() {
        List<Condition> conditions = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        int count = dice.oneIn(2) ? 0 : 1 + dice.upTo(1);
        for (int i = 0; i < count; i++) {
            Condition condition = condition(operator());
            if (seen.add(condition.operator() + condition.key().toLowerCase(Locale.ROOT))) {
                conditions.add(condition);
            }
        }
        return conditions;
    }

    private Condition condition(ConditionOperator operator) {
        Comparison.Family family = operator.comparison().family();
        Comparison.Family keyOf = dice.oneIn(8) || family == Comparison.Family.NULL
                ? dice.pick(List.of(Comparison.Family.values()))
                : family;
        OneOrMore<ConditionValue> values = list(() -> vocabulary.value(family)).map(ConditionValue::of);
        return Condition.of(operator, dice.spelled(dice.oneIn(20) ? "my:other" : Words.key(keyOf)), values);
    }

    private ConditionOperator operator() {
        ConditionOperator operator = ConditionOperator.of(dice.pick(List.of(Comparison.values())));
        operator = switch (dice.upTo(2)) {
            case 0 -> operator;
            case 1 -> operator.forAllValues();
            default -> operator.forAnyValue();
        };
        return operator.comparison() != Comparison.NULL && dice.oneIn(2) ? operator.ifExists() : operator;
    }

    private OneOrMore<PolicyString> list(Supplier<String> word) {
        List<PolicyString> strings = new ArrayList<>();
        for (int i = 0; i <= dice.upTo(2); i++) {
            boolean intrinsic = intrinsics && dice.oneIn(8);
            strings.add(intrinsic ? Intrinsic.ref("A" + dice.upTo(9)) : PolicyString.of(word.get()));
        }
        return OneOrMore.list(strings);
    }
}
