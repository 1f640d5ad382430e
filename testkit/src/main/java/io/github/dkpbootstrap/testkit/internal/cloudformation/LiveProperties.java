// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.cloudformation;

import io.github.dkpbootstrap.policy.JsonValue;
import io.github.dkpbootstrap.policy.JsonValue.JsonArray;
import io.github.dkpbootstrap.policy.JsonValue.JsonNumber;
import io.github.dkpbootstrap.policy.JsonValue.JsonObject;
import io.github.dkpbootstrap.testkit.internal.iam.Document;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Puts together the properties of a resource as it is. What a template would leave out is left out. */
final class LiveProperties {
    private final Map<String, JsonValue> members = new LinkedHashMap<>();

    LiveProperties text(String name, String value) {
        members.put(name, JsonValue.of(value));
        return this;
    }

    LiveProperties textIfAny(String name, String value) {
        return value.isEmpty() ? this : text(name, value);
    }

    LiveProperties number(String name, int value) {
        members.put(name, new JsonNumber(Integer.toString(value)));
        return this;
    }

    LiveProperties document(String name, Document document) {
        members.put(name, JsonValue.parse(document.text()));
        return this;
    }

    LiveProperties list(String name, Stream<String> values) {
        return structures(name, values.map(JsonValue::of).toList());
    }

    LiveProperties structures(String name, List<? extends JsonValue> values) {
        if (!values.isEmpty()) {
            members.put(name, new JsonArray(List.copyOf(values)));
        }
        return this;
    }

    LiveProperties tags(Map<String, String> tags) {
        List<JsonValue> list = new ArrayList<>();
        tags.forEach((key, value) -> list.add(
                new LiveProperties().text("Key", key).text("Value", value).json()));
        return structures("Tags", list);
    }

    JsonObject json() {
        return new JsonObject(members);
    }

    Properties properties() {
        return new Properties(json());
    }
}
