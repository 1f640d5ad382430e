// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.cloudformation;

import io.github.dkpbootstrap.policy.JsonLayout;
import io.github.dkpbootstrap.policy.JsonValue;
import io.github.dkpbootstrap.policy.JsonValue.JsonArray;
import io.github.dkpbootstrap.policy.JsonValue.JsonNumber;
import io.github.dkpbootstrap.policy.JsonValue.JsonObject;
import io.github.dkpbootstrap.policy.JsonValue.JsonString;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The properties of a resource, with all intrinsic functions computed. */
record Properties(JsonObject json) {
    static final Properties NONE = new Properties(new JsonObject(Map.of()));

    Optional<JsonValue> find(String name) {
        return Optional.ofNullable(json.members().get(name));
    }

    Optional<String> string(String name) {
        return find(name).map(Properties::text);
    }

    /** Returns a document as JSON text; one that is given as text stays as it is. */
    Optional<String> document(String name) {
        return find(name)
                .map(value -> value instanceof JsonString text ? text.value() : value.toJson(JsonLayout.MINIFIED));
    }

    List<String> strings(String name) {
        List<String> strings = new ArrayList<>();
        elements(name).forEach(element -> strings.add(text(element)));
        return strings;
    }

    List<Properties> objects(String name) {
        List<Properties> objects = new ArrayList<>();
        for (JsonValue element : elements(name)) {
            if (element instanceof JsonObject object) {
                objects.add(new Properties(object));
            }
        }
        return objects;
    }

    Map<String, String> tags() {
        Map<String, String> tags = new LinkedHashMap<>();
        objects("Tags")
                .forEach(tag -> tags.put(
                        tag.string("Key").orElse(""), tag.string("Value").orElse("")));
        return tags;
    }

    /** Returns these properties with the tags of the stack added; the resource's own win. */
    Properties withTags(Map<String, String> stackTags) {
        if (stackTags.isEmpty()) {
            return this;
        }
        Map<String, String> all = new LinkedHashMap<>(stackTags);
        all.putAll(tags());
        List<JsonValue> list = new ArrayList<>();
        all.forEach((key, value) -> {
            Map<String, JsonValue> tag = new LinkedHashMap<>();
            tag.put("Key", JsonValue.of(key));
            tag.put("Value", JsonValue.of(value));
            list.add(new JsonObject(tag));
        });
        Map<String, JsonValue> members = new LinkedHashMap<>(json.members());
        members.put("Tags", new JsonArray(list));
        return new Properties(new JsonObject(members));
    }

    /** Returns the names of the properties that differ. */
    Set<String> differences(Properties other) {
        Set<String> names = new TreeSet<>(json.members().keySet());
        names.addAll(other.json.members().keySet());
        names.removeIf(name -> find(name).equals(other.find(name)));
        return names;
    }

    /** Returns what is wrong with these properties by the schema of a type. */
    List<String> problems(ResourceType type) {
        List<String> problems = new ArrayList<>();
        for (String name : new TreeSet<>(type.required())) {
            if (find(name).isEmpty()) {
                problems.add("#: required key [" + name + "] not found");
            }
        }
        for (String name : json.members().keySet()) {
            if (!type.properties().contains(name)) {
                problems.add("#: extraneous key [" + name + "] is not permitted");
            }
        }
        return problems;
    }

    private List<JsonValue> elements(String name) {
        return find(name)
                .map(value -> value instanceof JsonArray array ? array.elements() : List.of(value))
                .orElse(List.of());
    }

    private static String text(JsonValue value) {
        if (value instanceof JsonString text) {
            return text.value();
        }
        return value instanceof JsonNumber number ? number.text() : value.toJson(JsonLayout.MINIFIED);
    }
}
