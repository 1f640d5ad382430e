// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy;

import io.github.dkpbootstrap.policy.internal.JsonPath;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A JSON value: what policies and template intrinsics are made of. Object members keep the order in which they were
 * written; numbers keep their digits, so that {@code 1.0} stays {@code 1.0}. Immutable, and equal by content.
 */
public sealed interface JsonValue {
    /** A JSON string. */
    record JsonString(String value) implements JsonValue {}

    /** A JSON number, by its text as written. */
    record JsonNumber(String text) implements JsonValue {
        private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

        /**
         * Checks the number.
         *
         * @throws InvalidPolicyException if {@code text} is no number of JSON, such as {@code 007} or {@code NaN}
         */
        public JsonNumber {
            if (!NUMBER.matcher(text).matches()) {
                throw new InvalidPolicyException(JsonPath.quoted(text) + " is no JSON number");
            }
        }
    }

    /** A JSON {@code true} or {@code false}. */
    record JsonBoolean(boolean value) implements JsonValue {}

    /** The JSON {@code null}. */
    record JsonNull() implements JsonValue {}

    /** A JSON array. */
    record JsonArray(List<JsonValue> elements) implements JsonValue {
        /** Copies the elements. */
        public JsonArray {
            elements = List.copyOf(elements);
        }
    }

    /** A JSON object; equality ignores the order of members, as JSON does. */
    record JsonObject(Map<String, JsonValue> members) implements JsonValue {
        /** Copies the members, order kept. */
        public JsonObject {
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        }
    }

    /** Returns a JSON string. */
    static JsonValue of(String value) {
        return new JsonString(value);
    }

    /** Returns a JSON array of strings. */
    static JsonValue ofStrings(List<String> values) {
        return new JsonArray(values.stream().<JsonValue>map(JsonString::new).collect(Collectors.toList()));
    }

    /**
     * Reads exactly one JSON value.
     *
     * @throws PolicySyntaxException where the text is no JSON, repeats a key in an object, goes on after the value, holds
     *     half a surrogate pair, is nested deeper than 100 levels, or is longer than 1,048,576 characters; or where a number has more than 1,000 characters
     */
    static JsonValue parse(String json) {
        return JsonReader.read(json).root();
    }

    /**
     * Returns this value as JSON text, the same for equal values with members in equal order.
     *
     * @throws InvalidPolicyException if it is nested deeper than 1000 levels
     */
    default String toJson(JsonLayout layout) {
        return JsonWriter.write(this, layout);
    }
}
