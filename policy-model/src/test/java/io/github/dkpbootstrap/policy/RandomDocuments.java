// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/** Random documents that use all of the grammar, from a seed. */
public final class RandomDocuments {
    private static final List<String> TEXTS = List.of(
            "*",
            "s3:Get*",
            "arn:aws:s3:::b/*",
            "",
            " ",
            "a\"b\\c",
            "line\nbreak",
            "tab\t",
            "é",
            "😀",
            "${aws:username}",
            "\u0000",
            "\u2028",
            "'",
            "</script>",
            "123456789012",
            "true",
            "1.0");
    private static final List<String> NUMBERS =
            List.of("0", "-0", "1.0", "1e3", "1E+3", "-12.50", "123456789012345678901234567890");

    private final Random random;

    /** Returns documents that depend on the seed alone. */
    public RandomDocuments(long seed) {
        random = new Random(seed);
    }

    /** Returns another document. */
    public PolicyDocument next() {
        PolicyDocument.Builder document = PolicyDocument.builder();
        switch (random.nextInt(3)) {
            case 0 -> document.version(Optional.empty());
            case 1 -> document.version(PolicyVersion.V2008_10_17);
            default -> document.version(PolicyVersion.V2012_10_17);
        }
        if (random.nextBoolean()) {
            document.id(string());
        }
        return document.statements(oneOrMore(this::statement)).build();
    }

    private Statement statement() {
        Statement.Builder statement = Statement.builder().effect(pick(List.of(Effect.values())));
        if (random.nextBoolean()) {
            statement.sid(string());
        }
        switch (random.nextInt(3)) {
            case 0 -> statement.principal(principal());
            case 1 -> statement.notPrincipal(principal());
            default -> {}
        }
        if (random.nextBoolean()) {
            statement.actions(oneOrMore(() -> ActionPattern.of(string())));
        } else {
            statement.notActions(oneOrMore(() -> ActionPattern.of(string())));
        }
        switch (random.nextInt(3)) {
            case 0 -> statement.resources(oneOrMore(() -> ResourcePattern.of(string())));
            case 1 -> statement.notResources(oneOrMore(() -> ResourcePattern.of(string())));
            default -> {}
        }
        return statement.conditions(conditions()).build();
    }

    private Principal principal() {
        if (random.nextInt(4) == 0) {
            return Principal.everyone();
        }
        List<PrincipalType> types = new ArrayList<>(List.of(PrincipalType.values()));
        Collections.shuffle(types, random);
        Map<PrincipalType, OneOrMore<PolicyString>> ids = new LinkedHashMap<>();
        types.subList(0, 1 + random.nextInt(types.size())).forEach(type -> ids.put(type, oneOrMore(this::string)));
        return Principal.ofTypes(ids);
    }

    private List<Condition> conditions() {
        List<Comparison> comparisons = new ArrayList<>(List.of(Comparison.values()));
        Collections.shuffle(comparisons, random);
        List<Condition> conditions = new ArrayList<>();
        for (Comparison comparison : comparisons.subList(0, random.nextInt(4))) {
            ConditionOperator operator = operator(comparison);
            for (int i = 0; i <= random.nextInt(2); i++) {
                conditions.add(Condition.of(operator, "key:" + i + pick(TEXTS), oneOrMore(this::value)));
            }
        }
        return conditions;
    }

    private ConditionOperator operator(Comparison comparison) {
        ConditionOperator plain = ConditionOperator.of(comparison);
        ConditionOperator quantified = switch (random.nextInt(3)) {
            case 0 -> plain.forAllValues();
            case 1 -> plain.forAnyValue();
            default -> plain;
        };
        return comparison != Comparison.NULL && random.nextBoolean() ? quantified.ifExists() : quantified;
    }

    private ConditionValue value() {
        return switch (random.nextInt(4)) {
            case 0 -> ConditionValue.number(pick(NUMBERS));
            case 1 -> random.nextBoolean() ? ConditionValue.ofTrue() : ConditionValue.ofFalse();
            default -> ConditionValue.of(string());
        };
    }

    private PolicyString string() {
        return switch (random.nextInt(8)) {
            case 0 -> Intrinsic.ref("Name");
            case 1 ->
                Intrinsic.of("Fn::If", JsonValue.parse("[\"C\", {\"Ref\": \"A\", \"B\": [1.0, null, {}]}, true]"));
            default -> PolicyString.of(pick(TEXTS));
        };
    }

    private <T> OneOrMore<T> oneOrMore(Supplier<T> element) {
        if (random.nextBoolean()) {
            return OneOrMore.one(element.get());
        }
        List<T> list = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            list.add(element.get());
        }
        return OneOrMore.list(list);
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
