// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy;

import io.github.dkpbootstrap.policy.JsonValue.JsonObject;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

/** A JSON tree with the places of its values and member names in the text that it was read from, if it was. */
final class LocatedJson {
    private final JsonValue root;
    private final IdentityHashMap<JsonValue, TextSpan> values;
    private final IdentityHashMap<JsonValue, Map<String, TextSpan>> names;

    private LocatedJson(
            JsonValue root,
            IdentityHashMap<JsonValue, TextSpan> values,
            IdentityHashMap<JsonValue, Map<String, TextSpan>> names) {
        this.root = root;
        this.values = values;
        this.names = names;
    }

    /** Returns a tree that was read from no text. */
    static LocatedJson unlocated(JsonValue root) {
        return new LocatedJson(root, new IdentityHashMap<>(), new IdentityHashMap<>());
    }

    JsonValue root() {
        return root;
    }

    Optional<TextSpan> span(JsonValue value) {
        return Optional.ofNullable(values.get(value));
    }

    Optional<TextSpan> spanOfName(JsonValue object, String name) {
        return Optional.ofNullable(names.getOrDefault(object, Map.of()).get(name));
    }

    /** Collects places while a text is read. Values of one tree are told apart by identity. */
    static final class Builder {
        private final IdentityHashMap<JsonValue, TextSpan> values = new IdentityHashMap<>();
        private final IdentityHashMap<JsonValue, Map<String, TextSpan>> names = new IdentityHashMap<>();

        void value(JsonValue value, TextSpan span) {
            values.put(value, span);
        }

        void names(JsonObject object, Map<String, TextSpan> spans) {
            names.put(object, new HashMap<>(spans));
        }

        LocatedJson build(JsonValue root) {
            return new LocatedJson(root, values, names);
        }
    }
}
