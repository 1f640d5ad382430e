// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.cloudformation;

import io.github.dkpbootstrap.policy.JsonLayout;
import io.github.dkpbootstrap.policy.JsonValue;
import io.github.dkpbootstrap.policy.JsonValue.JsonArray;
import io.github.dkpbootstrap.policy.JsonValue.JsonBoolean;
import io.github.dkpbootstrap.policy.JsonValue.JsonNumber;
import io.github.dkpbootstrap.policy.JsonValue.JsonObject;
import io.github.dkpbootstrap.policy.JsonValue.JsonString;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A place where a resource is not as expected.
 *
 * @param path where, such as {@code /Tags/0/Value}
 */
record Difference(String path, Optional<JsonValue> expected, Optional<JsonValue> actual) {
    /** Returns the kind, by AWS's names. */
    String kind() {
        if (expected.isEmpty()) {
            return "ADD";
        }
        return actual.isEmpty() ? "REMOVE" : "NOT_EQUAL";
    }

    /** Returns a value as AWS writes it: a text as it is, a structure as JSON. */
    static String shown(Optional<JsonValue> value) {
        return value.map(Difference::text).orElse("null");
    }

    /** Returns the differences of two values, the outermost that tell all. */
    static List<Difference> between(String path, JsonValue expected, JsonValue actual) {
        List<Difference> found = new ArrayList<>();
        compare(path, expected, actual, found);
        return found;
    }

    private static void compare(String path, JsonValue expected, JsonValue actual, List<Difference> found) {
        if (expected instanceof JsonObject left && actual instanceof JsonObject right) {
            members(path, left, right, found);
        } else if (expected instanceof JsonArray left && actual instanceof JsonArray right) {
            elements(path, left.elements(), right.elements(), found);
        } else if (!text(expected).equals(text(actual))) {
            found.add(new Difference(path, Optional.of(expected), Optional.of(actual)));
        }
    }

    private static void members(String path, JsonObject expected, JsonObject actual, List<Difference> found) {
        Set<String> names = new LinkedHashSet<>(expected.members().keySet());
        names.addAll(actual.members().keySet());
        for (String name : names) {
            Optional<JsonValue> left = Optional.ofNullable(expected.members().get(name));
            Optional<JsonValue> right = Optional.ofNullable(actual.members().get(name));
            String inner = path + "/" + name;
            if (left.isPresent() && right.isPresent()) {
                compare(inner, left.get(), right.get(), found);
            } else {
                found.add(new Difference(inner, left, right));
            }
        }
    }

    /** The order of a list means nothing; elements that are alone on both sides are compared with each other. */
    private static void elements(
            String path, List<JsonValue> expected, List<JsonValue> actual, List<Difference> found) {
        List<Integer> missing = without(expected, actual);
        List<Integer> added = without(actual, expected);
        int pairs = Math.min(missing.size(), added.size());
        for (int i = 0; i < pairs; i++) {
            compare(path + "/" + missing.get(i), expected.get(missing.get(i)), actual.get(added.get(i)), found);
        }
        for (int index : missing.subList(pairs, missing.size())) {
            found.add(new Difference(path + "/" + index, Optional.of(expected.get(index)), Optional.empty()));
        }
        for (int index : added.subList(pairs, added.size())) {
            found.add(new Difference(path + "/" + index, Optional.empty(), Optional.of(actual.get(index))));
        }
    }

    private static List<Integer> without(List<JsonValue> of, List<JsonValue> in) {
        List<Integer> indices = new ArrayList<>();
        for (int i = 0; i < of.size(); i++) {
            if (!in.contains(of.get(i))) {
                indices.add(i);
            }
        }
        return indices;
    }

    private static String text(JsonValue value) {
        if (value instanceof JsonString string) {
            return string.value();
        }
        if (value instanceof JsonNumber number) {
            return number.text();
        }
        return value instanceof JsonBoolean bool ? Boolean.toString(bool.value()) : value.toJson(JsonLayout.MINIFIED);
    }
}
