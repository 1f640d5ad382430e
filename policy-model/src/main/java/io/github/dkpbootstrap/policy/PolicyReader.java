// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy;

import io.github.dkpbootstrap.policy.JsonText.Located;
import io.github.dkpbootstrap.policy.JsonValue.JsonArray;
import io.github.dkpbootstrap.policy.JsonValue.JsonBoolean;
import io.github.dkpbootstrap.policy.JsonValue.JsonNumber;
import io.github.dkpbootstrap.policy.JsonValue.JsonObject;
import io.github.dkpbootstrap.policy.JsonValue.JsonString;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Turns JSON into a document. Accepts nothing that it could not write back. */
final class PolicyReader {
    private static final List<String> DOCUMENT_MEMBERS = List.of("Version", "Id", "Statement");
    private static final List<String> STATEMENT_MEMBERS = List.of(
            "Sid",
            "Effect",
            "Principal",
            "NotPrincipal",
            "Action",
            "NotAction",
            "Resource",
            "NotResource",
            "Condition");

    private final Located json;

    private PolicyReader(Located json) {
        this.json = json;
    }

    static PolicyDocument read(Located json) {
        return new PolicyReader(json).document();
    }

    private PolicyDocument document() {
        String path = "$";
        JsonObject object = object(json.root(), path, "a policy document");
        knownMembers(object, path, DOCUMENT_MEMBERS);
        PolicyDocument.Builder document = PolicyDocument.builder().version(Optional.empty());
        member(object, "Version").ifPresent(v -> document.version(version(v, path + ".Version")));
        member(object, "Id").ifPresent(v -> document.id(string(v, path + ".Id")));
        JsonValue statements =
                member(object, "Statement").orElseThrow(() -> failure(object, path, "the member Statement is missing"));
        return document.statements(shaped(statements, path + ".Statement", this::statement))
                .build();
    }

    private PolicyVersion version(JsonValue value, String path) {
        String text = plain(value, path, "a version");
        return PolicyVersion.fromText(text)
                .orElseThrow(() ->
                        failure(value, path, "'%s' is no version: expected 2012-10-17 or 2008-10-17".formatted(text)));
    }

    private Statement statement(JsonValue value, String path) {
        JsonObject object = object(value, path, "a statement");
        knownMembers(object, path, STATEMENT_MEMBERS);
        Statement.Builder statement = Statement.builder();
        member(object, "Sid").ifPresent(v -> statement.sid(string(v, path + ".Sid")));
        statement.effect(effect(object, path));
        member(object, "Principal").ifPresent(v -> statement.principal(principal(v, path + ".Principal")));
        member(object, "NotPrincipal").ifPresent(v -> statement.notPrincipal(principal(v, path + ".NotPrincipal")));
        member(object, "Action").ifPresent(v -> statement.actions(shaped(v, path + ".Action", this::action)));
        member(object, "NotAction").ifPresent(v -> statement.notActions(shaped(v, path + ".NotAction", this::action)));
        member(object, "Resource").ifPresent(v -> statement.resources(shaped(v, path + ".Resource", this::resource)));
        member(object, "NotResource")
                .ifPresent(v -> statement.notResources(shaped(v, path + ".NotResource", this::resource)));
        member(object, "Condition").ifPresent(v -> statement.conditions(conditions(v, path + ".Condition")));
        try {
            return statement.build();
        } catch (InvalidPolicyException e) {
            throw failure(value, path, e.getMessage());
        }
    }

    private Effect effect(JsonObject statement, String path) {
        JsonValue value =
                member(statement, "Effect").orElseThrow(() -> failure(statement, path, "the member Effect is missing"));
        String text = plain(value, path + ".Effect", "an effect");
        return Effect.fromText(text)
                .orElseThrow(() ->
                        failure(value, path + ".Effect", "'%s' is no effect: expected Allow or Deny".formatted(text)));
    }

    private Principal principal(JsonValue value, String path) {
        if (value instanceof JsonString everyone) {
            if (!everyone.value().equals("*")) {
                throw failure(value, path, "a principal is \"*\" or an object such as {\"AWS\": \"..\"}");
            }
            return Principal.everyone();
        }
        JsonObject object = nonEmpty(object(value, path, "a principal"), path);
        Map<PrincipalType, OneOrMore<PolicyString>> ids = new LinkedHashMap<>();
        object.members().forEach((name, member) -> {
            PrincipalType type = PrincipalType.fromText(name)
                    .orElseThrow(() -> failure(
                            member,
                            path,
                            "'%s' is no type of principal: expected AWS, Service, Federated or CanonicalUser"
                                    .formatted(name)));
            ids.put(type, shaped(member, JsonText.child(path, name), this::string));
        });
        return Principal.ofTypes(ids);
    }

    private List<Condition> conditions(JsonValue value, String path) {
        List<Condition> conditions = new ArrayList<>();
        nonEmpty(object(value, path, "a condition block"), path).members().forEach((name, keys) -> {
            String operatorPath = JsonText.child(path, name);
            ConditionOperator operator = ConditionOperator.fromText(name)
                    .orElseThrow(() -> failure(keys, path, "'" + name + "' is no condition operator"));
            Set<String> seen = new HashSet<>();
            nonEmpty(object(keys, operatorPath, "the keys of an operator"), operatorPath)
                    .members()
                    .forEach((key, values) -> {
                        String keyPath = JsonText.child(operatorPath, key);
                        if (!seen.add(key.toLowerCase(Locale.ROOT))) {
                            throw failure(
                                    values,
                                    keyPath,
                                    "the condition key appears twice: upper and lower case do not matter");
                        }
                        conditions.add(Condition.of(operator, key, shaped(values, keyPath, this::conditionValue)));
                    });
        });
        return conditions;
    }

    private ConditionValue conditionValue(JsonValue value, String path) {
        if (value instanceof JsonNumber number) {
            return ConditionValue.number(number.text());
        }
        if (value instanceof JsonBoolean bool) {
            return bool.value() ? ConditionValue.ofTrue() : ConditionValue.ofFalse();
        }
        return ConditionValue.of(string(value, path));
    }

    private ActionPattern action(JsonValue value, String path) {
        return ActionPattern.of(string(value, path));
    }

    private ResourcePattern resource(JsonValue value, String path) {
        return ResourcePattern.of(string(value, path));
    }

    private PolicyString string(JsonValue value, String path) {
        if (value instanceof JsonObject object && object.members().size() == 1) {
            Map.Entry<String, JsonValue> only =
                    object.members().entrySet().iterator().next();
            if (Intrinsic.isFunction(only.getKey())) {
                return Intrinsic.of(only.getKey(), only.getValue());
            }
        }
        return PolicyString.of(plain(value, path, "a string"));
    }

    private String plain(JsonValue value, String path, String what) {
        if (value instanceof JsonString string) {
            return string.value();
        }
        throw failure(value, path, "expected %s, found %s".formatted(what, kind(value)));
    }

    private <T> OneOrMore<T> shaped(JsonValue value, String path, Element<T> element) {
        if (!(value instanceof JsonArray array)) {
            return OneOrMore.one(element.read(value, path));
        }
        if (array.elements().isEmpty()) {
            throw failure(value, path, "the list is empty: leave the member out, or name what it covers");
        }
        List<T> values = new ArrayList<>();
        for (JsonValue each : array.elements()) {
            values.add(element.read(each, path + "[" + values.size() + "]"));
        }
        return OneOrMore.list(values);
    }

    private interface Element<T> {
        T read(JsonValue value, String path);
    }

    private JsonObject object(JsonValue value, String path, String what) {
        if (value instanceof JsonObject object) {
            return object;
        }
        throw failure(value, path, "expected %s as an object, found %s".formatted(what, kind(value)));
    }

    private JsonObject nonEmpty(JsonObject object, String path) {
        if (object.members().isEmpty()) {
            throw failure(object, path, "the object is empty: leave the member out, or say what it means");
        }
        return object;
    }

    private void knownMembers(JsonObject object, String path, List<String> known) {
        object.members().forEach((name, value) -> {
            if (!known.contains(name)) {
                throw failure(
                        value, path, "unknown member '%s': expected %s".formatted(name, String.join(", ", known)));
            }
        });
    }

    private static Optional<JsonValue> member(JsonObject object, String name) {
        return Optional.ofNullable(object.members().get(name));
    }

    private PolicySyntaxException failure(JsonValue value, String path, String problem) {
        return JsonText.failure(problem, path, json.places().get(value));
    }

    private static String kind(JsonValue value) {
        return value.getClass()
                .getSimpleName()
                .replace("Json", "")
                .toLowerCase(Locale.ROOT)
                .replaceFirst("^(?=[aeiou])", "an ")
                .replaceFirst("^(?!an )", "a ");
    }
}
