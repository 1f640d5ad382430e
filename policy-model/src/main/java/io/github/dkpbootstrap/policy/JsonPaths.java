// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy;

import io.github.dkpbootstrap.policy.JsonValue.JsonArray;
import io.github.dkpbootstrap.policy.JsonValue.JsonObject;
import io.github.dkpbootstrap.policy.internal.JsonPath;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Walks a tree and names each value by its path. */
final class JsonPaths {
    private final Map<String, JsonValue> values = new LinkedHashMap<>();

    private JsonPaths() {}

    /** Returns the values of a tree by path, parents before their children. */
    static Map<String, JsonValue> of(JsonValue root) {
        JsonPaths paths = new JsonPaths();
        paths.walk(JsonPath.ROOT, root);
        return paths.values;
    }

    /** Returns where the values of a tree stand, by path; only those whose place is known. */
    static Map<String, TextSpan> spans(LocatedJson tree) {
        Map<String, TextSpan> spans = new LinkedHashMap<>();
        of(tree.root()).forEach((path, value) -> tree.span(value).ifPresent(span -> spans.put(path, span)));
        return spans;
    }

    private void walk(String path, JsonValue value) {
        values.putIfAbsent(path, value);
        if (value instanceof JsonObject object) {
            object.members().forEach((name, member) -> walk(JsonPath.child(path, name), member));
        } else if (value instanceof JsonArray array) {
            List<JsonValue> elements = array.elements();
            for (int i = 0; i < elements.size(); i++) {
                walk(JsonPath.element(path, i), elements.get(i));
            }
        }
    }
}
