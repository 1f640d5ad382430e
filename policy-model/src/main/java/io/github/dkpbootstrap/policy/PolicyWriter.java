// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy;

import io.github.dkpbootstrap.policy.JsonValue.JsonArray;
import io.github.dkpbootstrap.policy.JsonValue.JsonBoolean;
import io.github.dkpbootstrap.policy.JsonValue.JsonNumber;
import io.github.dkpbootstrap.policy.JsonValue.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Turns a document into JSON, its members always in the same order. */
final class PolicyWriter {
    private PolicyWriter() {}

    static JsonValue write(PolicyDocument document) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        document.version().ifPresent(version -> members.put("Version", JsonValue.of(version.text())));
        document.id().ifPresent(id -> members.put("Id", string(id)));
        members.put("Statement", shaped(document.statements(), PolicyWriter::statement));
        return new JsonObject(members);
    }

    private static JsonValue statement(Statement statement) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        statement.sid().ifPresent(sid -> members.put("Sid", string(sid)));
        members.put("Effect", JsonValue.of(statement.effect().text()));
        statement.principal().ifPresent(principal -> members.put("Principal", principal(principal)));
        statement.notPrincipal().ifPresent(principal -> members.put("NotPrincipal", principal(principal)));
        statement.actions().ifPresent(list -> members.put("Action", shaped(list, a -> string(a.value()))));
        statement.notActions().ifPresent(list -> members.put("NotAction", shaped(list, a -> string(a.value()))));
        statement.resources().ifPresent(list -> members.put("Resource", shaped(list, r -> string(r.value()))));
        statement.notResources().ifPresent(list -> members.put("NotResource", shaped(list, r -> string(r.value()))));
        if (!statement.conditions().isEmpty()) {
            members.put("Condition", conditions(statement.conditions()));
        }
        return new JsonObject(members);
    }

    private static JsonValue principal(Principal principal) {
        if (!(principal instanceof Principal.Identities identities)) {
            return JsonValue.of("*");
        }
        Map<String, JsonValue> members = new LinkedHashMap<>();
        identities.ids().forEach((type, ids) -> members.put(type.text(), shaped(ids, PolicyWriter::string)));
        return new JsonObject(members);
    }

    private static JsonValue conditions(List<Condition> conditions) {
        Map<String, Map<String, JsonValue>> operators = new LinkedHashMap<>();
        for (Condition condition : conditions) {
            operators
                    .computeIfAbsent(condition.operator().text(), text -> new LinkedHashMap<>())
                    .put(condition.key(), shaped(condition.values(), PolicyWriter::value));
        }
        Map<String, JsonValue> members = new LinkedHashMap<>();
        operators.forEach((operator, keys) -> members.put(operator, new JsonObject(keys)));
        return new JsonObject(members);
    }

    private static JsonValue value(ConditionValue value) {
        return switch (value.form()) {
            case STRING -> string(value.value());
            case NUMBER -> new JsonNumber(value.value().requireText());
            case BOOLEAN -> new JsonBoolean(Boolean.parseBoolean(value.value().requireText()));
        };
    }

    private static JsonValue string(PolicyString string) {
        if (string instanceof Intrinsic intrinsic) {
            return new JsonObject(Map.of(intrinsic.function(), intrinsic.argument()));
        }
        return JsonValue.of(string.requireText());
    }

    private static <T> JsonValue shaped(OneOrMore<T> values, Function<T, JsonValue> writer) {
        return values.shape() == OneOrMore.Shape.SCALAR
                ? writer.apply(values.values().get(0))
                : new JsonArray(values.stream().map(writer).collect(Collectors.toList()));
    }
}
