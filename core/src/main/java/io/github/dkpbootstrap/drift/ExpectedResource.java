// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.drift;

import io.github.dkpbootstrap.policy.JsonValue;
import io.github.dkpbootstrap.policy.JsonValue.JsonArray;
import io.github.dkpbootstrap.policy.JsonValue.JsonBoolean;
import io.github.dkpbootstrap.policy.JsonValue.JsonNumber;
import io.github.dkpbootstrap.policy.JsonValue.JsonObject;
import io.github.dkpbootstrap.policy.JsonValue.JsonString;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A resource as the stack's template wants it.
 *
 * @param logicalId its name in the template
 * @param physicalId its name or ARN in AWS, if it was ever made
 * @param owned whether the stack still owns it
 * @param declared whether the template has it
 * @param properties its properties as the template writes them
 * @param resolution what computes them
 */
record ExpectedResource(
        String logicalId,
        Optional<String> physicalId,
        boolean owned,
        boolean declared,
        JsonObject properties,
        Resolution resolution) {
    /** Returns whether a property is known, be it that the template says nothing of it. */
    boolean isKnown(String property) {
        return !properties.members().containsKey(property) || value(property).isPresent();
    }

    Optional<JsonValue> value(String property) {
        return Optional.ofNullable(properties.members().get(property)).flatMap(resolution::of);
    }

    /** Returns a property that is a text, or is written as one. */
    Optional<String> text(String property) {
        return value(property).flatMap(ExpectedResource::text);
    }

    /** Returns a property that is a list of texts; empty where the template does not have it. */
    List<String> texts(String property) {
        return elements(property).stream()
                .flatMap(element -> text(element).stream())
                .toList();
    }

    /** Returns a property that is a list of structures of a name and a value, such as tags and inline policies. */
    Map<String, JsonValue> named(String property, String name, String value) {
        Map<String, JsonValue> named = new LinkedHashMap<>();
        for (JsonValue element : elements(property)) {
            if (element instanceof JsonObject object) {
                Optional.ofNullable(object.members().get(name))
                        .flatMap(ExpectedResource::text)
                        .ifPresent(key -> Optional.ofNullable(object.members().get(value))
                                .ifPresent(member -> named.put(key, member)));
            }
        }
        return named;
    }

    /** Returns the tags that the template gives the resource. */
    Map<String, String> tags() {
        Map<String, String> tags = new LinkedHashMap<>();
        named("Tags", "Key", "Value").forEach((key, value) -> text(value).ifPresent(text -> tags.put(key, text)));
        return tags;
    }

    private List<JsonValue> elements(String property) {
        return value(property)
                .filter(JsonArray.class::isInstance)
                .map(array -> ((JsonArray) array).elements())
                .orElse(List.of());
    }

    private static Optional<String> text(JsonValue value) {
        if (value instanceof JsonString string) {
            return Optional.of(string.value());
        }
        if (value instanceof JsonNumber number) {
            return Optional.of(number.text());
        }
        return value instanceof JsonBoolean bool ? Optional.of(String.valueOf(bool.value())) : Optional.empty();
    }
}
