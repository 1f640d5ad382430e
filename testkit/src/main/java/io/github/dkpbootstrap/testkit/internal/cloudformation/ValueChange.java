// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.cloudformation;

import io.github.dkpbootstrap.policy.JsonLayout;
import io.github.dkpbootstrap.policy.JsonValue;
import io.github.dkpbootstrap.policy.JsonValue.JsonArray;
import io.github.dkpbootstrap.policy.JsonValue.JsonObject;
import io.github.dkpbootstrap.policy.JsonValue.JsonString;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A value that differs, where it is in the resource, and both values as text. */
record ValueChange(String path, Optional<String> before, Optional<String> after) {
    static final ValueChange NONE = new ValueChange("", Optional.empty(), Optional.empty());

    /** Returns whether the value is added, removed or modified. */
    String kind() {
        if (before.isEmpty()) {
            return "Add";
        }
        return after.isEmpty() ? "Remove" : "Modify";
    }

    /** Returns whether the new value is known before the change is made. */
    boolean isKnown() {
        return after.filter(text -> text.contains("{{changeSet:KNOWN_AFTER_APPLY}}"))
                .isEmpty();
    }

    /** Returns the differences of two values: those of the elements of lists and members of objects, but documents whole. */
    static List<ValueChange> between(String path, Optional<JsonValue> before, Optional<JsonValue> after) {
        List<ValueChange> found = new ArrayList<>();
        collect(path, before, after, found);
        return found;
    }

    private static void collect(
            String path, Optional<JsonValue> before, Optional<JsonValue> after, List<ValueChange> found) {
        if (before.equals(after)) {
            return;
        }
        if (before.orElse(null) instanceof JsonArray old && after.orElse(null) instanceof JsonArray wanted) {
            int size = Math.max(old.elements().size(), wanted.elements().size());
            for (int i = 0; i < size; i++) {
                collect(path + "/" + i, element(old, i), element(wanted, i), found);
            }
        } else if (!path.endsWith("Document")
                && before.orElse(null) instanceof JsonObject old
                && after.orElse(null) instanceof JsonObject wanted) {
            Set<String> names = new LinkedHashSet<>(old.members().keySet());
            names.addAll(wanted.members().keySet());
            names.forEach(name -> collect(path + "/" + name, member(old, name), member(wanted, name), found));
        } else {
            found.add(new ValueChange(path, before.map(ValueChange::text), after.map(ValueChange::text)));
        }
    }

    private static Optional<JsonValue> element(JsonArray array, int index) {
        return index < array.elements().size() ? Optional.of(array.elements().get(index)) : Optional.empty();
    }

    private static Optional<JsonValue> member(JsonObject object, String name) {
        return Optional.ofNullable(object.members().get(name));
    }

    private static String text(JsonValue value) {
        return value instanceof JsonString string ? string.value() : value.toJson(JsonLayout.MINIFIED);
    }
}
