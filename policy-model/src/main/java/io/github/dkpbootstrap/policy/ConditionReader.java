// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy;

import io.github.dkpbootstrap.policy.JsonValue.JsonBoolean;
import io.github.dkpbootstrap.policy.JsonValue.JsonNumber;
import io.github.dkpbootstrap.policy.PolicySyntaxException.Problem;
import io.github.dkpbootstrap.policy.internal.JsonPath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Turns the JSON of a {@code Condition} block into conditions. */
final class ConditionReader {
    private ConditionReader() {}

    static List<Condition> read(JsonCursor block) {
        List<Condition> conditions = new ArrayList<>();
        block.someMembers("a condition block").forEach((name, keys) -> {
            ConditionOperator operator = ConditionOperator.fromText(name).orElseThrow(() -> noOperator(block, name));
            conditions.addAll(conditions(operator, keys));
        });
        return conditions;
    }

    private static PolicySyntaxException noOperator(JsonCursor block, String name) {
        return name.matches("((ForAllValues|ForAnyValue):)?NullIfExists")
                ? block.failureAt(
                        Problem.NULL_WITH_IF_EXISTS,
                        name,
                        JsonPath.quoted(name) + " is no condition operator: Null asks already whether the key is there")
                : block.failureAt(
                        Problem.CONDITION_OPERATOR, name, JsonPath.quoted(name) + " is no condition operator");
    }

    private static List<Condition> conditions(ConditionOperator operator, JsonCursor keys) {
        List<Condition> conditions = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        keys.someMembers("the keys of an operator").forEach((key, values) -> {
            if (!seen.add(key.toLowerCase(Locale.ROOT))) {
                throw keys.failureAt(
                        Problem.DUPLICATE_CONDITION_KEY,
                        key,
                        "the condition key " + JsonPath.quoted(key) + " appears twice: case does not matter in it");
            }
            conditions.add(Condition.of(operator, key, values.oneOrMore(ConditionReader::value)));
        });
        return conditions;
    }

    private static ConditionValue value(JsonCursor json) {
        if (json.value() instanceof JsonNumber number) {
            return ConditionValue.number(number.text());
        }
        if (json.value() instanceof JsonBoolean bool) {
            return bool.value() ? ConditionValue.ofTrue() : ConditionValue.ofFalse();
        }
        return ConditionValue.of(json.string());
    }
}
