// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.drift;

import io.github.dkpbootstrap.policy.JsonLayout;
import io.github.dkpbootstrap.policy.JsonValue;
import io.github.dkpbootstrap.policy.JsonValue.JsonArray;
import io.github.dkpbootstrap.policy.JsonValue.JsonBoolean;
import io.github.dkpbootstrap.policy.JsonValue.JsonNumber;
import io.github.dkpbootstrap.policy.JsonValue.JsonObject;
import io.github.dkpbootstrap.policy.JsonValue.JsonString;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Policy documents in one form each, so that equal forms mean the same structure: the order of statements and of values, a
 * value alone or in a list, the case of actions and of condition keys, and the two ways to write an account make no
 * difference. IAM writes some of these otherwise than it was told.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html">Policy elements</a>
 */
final class CanonicalDocument {
    private final String partition;

    private CanonicalDocument(String partition) {
        this.partition = partition;
    }

    /** Returns whether two documents have the same structure, in accounts of a partition. */
    static boolean same(JsonValue left, JsonValue right, String partition) {
        CanonicalDocument canonical = new CanonicalDocument(partition);
        return canonical.document(left).equals(canonical.document(right));
    }

    private JsonValue document(JsonValue document) {
        if (!(document instanceof JsonObject object)) {
            return document;
        }
        Map<String, JsonValue> members = new LinkedHashMap<>(object.members());
        members.putIfAbsent("Version", JsonValue.of("2008-10-17"));
        members.computeIfPresent(
                "Statement", (name, statements) -> sorted(each(statements).map(this::statement)));
        return new JsonObject(members);
    }

    private JsonValue statement(JsonValue statement) {
        return members(statement, Function.identity(), (name, value) -> switch (name) {
            case "Action", "NotAction" -> values(value, action -> action.toLowerCase(Locale.ROOT));
            case "Resource", "NotResource" -> values(value, UnaryOperator.identity());
            case "Principal", "NotPrincipal" -> principal(value);
            case "Condition" -> members(value, Function.identity(), (operator, keys) -> condition(keys));
            default -> value;
        });
    }

    private static JsonValue condition(JsonValue keys) {
        return members(
                keys, key -> key.toLowerCase(Locale.ROOT), (key, value) -> values(value, UnaryOperator.identity()));
    }

    private JsonValue principal(JsonValue principal) {
        JsonValue typed = principal instanceof JsonString all ? new JsonObject(Map.of("AWS", all)) : principal;
        return members(
                typed,
                Function.identity(),
                (type, ids) -> values(ids, type.equals("AWS") ? this::root : UnaryOperator.identity()));
    }

    private String root(String id) {
        return id.matches("[0-9]{12}") ? "arn:" + partition + ":iam::" + id + ":root" : id;
    }

    private static JsonValue members(
            JsonValue value, Function<String, String> name, BiFunction<String, JsonValue, JsonValue> form) {
        if (!(value instanceof JsonObject object)) {
            return value;
        }
        Map<String, JsonValue> members = new LinkedHashMap<>();
        object.members().forEach((key, member) -> members.put(name.apply(key), form.apply(key, member)));
        return new JsonObject(members);
    }

    private static JsonValue values(JsonValue value, UnaryOperator<String> form) {
        return sorted(each(value).map(element -> JsonValue.of(form.apply(text(element)))));
    }

    private static JsonValue sorted(Stream<JsonValue> values) {
        List<JsonValue> sorted = values.distinct()
                .sorted(Comparator.comparing(value -> value.toJson(JsonLayout.MINIFIED)))
                .toList();
        return new JsonArray(sorted);
    }

    private static Stream<JsonValue> each(JsonValue value) {
        return value instanceof JsonArray array ? array.elements().stream() : Stream.of(value);
    }

    private static String text(JsonValue value) {
        if (value instanceof JsonString string) {
            return string.value();
        }
        if (value instanceof JsonNumber number) {
            return number.text();
        }
        return value instanceof JsonBoolean bool ? String.valueOf(bool.value()) : value.toJson(JsonLayout.MINIFIED);
    }
}
