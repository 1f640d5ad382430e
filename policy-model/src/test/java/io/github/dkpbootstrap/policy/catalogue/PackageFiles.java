// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.catalogue;

import io.github.dkpbootstrap.policy.JsonValue;
import io.github.dkpbootstrap.policy.JsonValue.JsonArray;
import io.github.dkpbootstrap.policy.JsonValue.JsonBoolean;
import io.github.dkpbootstrap.policy.JsonValue.JsonObject;
import io.github.dkpbootstrap.policy.JsonValue.JsonString;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The JSON files of an unpacked package, and what is in them. */
record PackageFiles(Path directory) {
    String read(String file) {
        try {
            return Files.readString(directory.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonObject object(String file) {
        return (JsonObject) JsonValue.parse(read(file));
    }

    List<String> strings(String file) {
        return strings(JsonValue.parse(read(file)));
    }

    /** Returns the values of an object of objects. */
    List<JsonObject> entries(String file) {
        return object(file).members().values().stream()
                .map(JsonObject.class::cast)
                .toList();
    }

    static String text(JsonObject object, String member) {
        return ((JsonString) member(object, member)).value();
    }

    static boolean flag(JsonObject object, String member) {
        return ((JsonBoolean) member(object, member)).value();
    }

    /** Returns a list of strings; none if the member is not there. */
    static List<String> strings(JsonObject object, String member) {
        return object.members().containsKey(member) ? strings(member(object, member)) : List.of();
    }

    static List<JsonObject> objects(JsonObject object, String member) {
        return ((JsonArray) member(object, member))
                .elements().stream().map(JsonObject.class::cast).toList();
    }

    private static List<String> strings(JsonValue array) {
        return ((JsonArray) array)
                .elements().stream()
                        .map(element -> ((JsonString) element).value())
                        .toList();
    }

    private static JsonValue member(JsonObject object, String member) {
        JsonValue value = object.members().get(member);
        if (value == null) {
            throw new IllegalStateException("No member " + member + ": has the package changed its form?");
        }
        return value;
    }
}
