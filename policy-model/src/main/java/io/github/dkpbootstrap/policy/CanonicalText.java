// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy;

import io.github.dkpbootstrap.policy.JsonValue.JsonArray;
import io.github.dkpbootstrap.policy.JsonValue.JsonObject;
import java.util.Map;
import java.util.stream.Collectors;

/** Text by which parts of a document are put in order: the same for equal parts, and different for others. */
final class CanonicalText {
    private CanonicalText() {}

    /** What makes the text of a part. */
    @FunctionalInterface
    interface Form<T> {
        String text(T part);
    }

    static String of(PolicyString string) {
        return string instanceof Intrinsic intrinsic
                ? "{" + quoted(intrinsic.function()) + ":" + of(intrinsic.argument()) + "}"
                : quoted(string.requireText());
    }

    static String of(Statement statement) {
        return of(PolicyWriter.write(
                PolicyDocument.builder().addStatement(statement).build()));
    }

    /** Returns JSON whose members are in the order of their names: their own order is no part of an object. */
    private static String of(JsonValue value) {
        if (value instanceof JsonObject object) {
            return object.members().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .map(member -> quoted(member.getKey()) + ":" + of(member.getValue()))
                    .collect(Collectors.joining(",", "{", "}"));
        }
        if (value instanceof JsonArray array) {
            return array.elements().stream().map(CanonicalText::of).collect(Collectors.joining(",", "[", "]"));
        }
        return value.toJson(JsonLayout.MINIFIED);
    }

    private static String quoted(String text) {
        return JsonValue.of(text).toJson(JsonLayout.MINIFIED);
    }
}
