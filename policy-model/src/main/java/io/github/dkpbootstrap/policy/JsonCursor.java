// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy;

import io.github.dkpbootstrap.policy.JsonValue.JsonArray;
import io.github.dkpbootstrap.policy.JsonValue.JsonBoolean;
import io.github.dkpbootstrap.policy.JsonValue.JsonNumber;
import io.github.dkpbootstrap.policy.JsonValue.JsonObject;
import io.github.dkpbootstrap.policy.JsonValue.JsonString;
import io.github.dkpbootstrap.policy.PolicySyntaxException.Problem;
import io.github.dkpbootstrap.policy.internal.JsonPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** One value of a tree, and where it stands: what the readers of policies ask, and what they point to in errors. */
final class JsonCursor {
    private final LocatedJson json;
    private final JsonValue value;
    private final ReaderPath path;

    private JsonCursor(LocatedJson json, JsonValue value, ReaderPath path) {
        this.json = json;
        this.value = value;
        this.path = path;
    }

    static JsonCursor of(LocatedJson json) {
        return new JsonCursor(json, json.root(), ReaderPath.ROOT);
    }

    JsonValue value() {
        return value;
    }

    /** Returns the value as text; {@code what} is what was expected, with its article. */
    String text(String what) {
        if (value instanceof JsonString string) {
            return string.value();
        }
        throw intrinsic()
                .map(intrinsic -> failure(
                        Problem.TYPE,
                        "the intrinsic %s cannot stand for %s".formatted(MessageText.name(intrinsic.function()), what)))
                .orElseGet(() -> failure(Problem.TYPE, "expected %s, found %s".formatted(what, kind())));
    }

    /** Returns the value as text or intrinsic. */
    PolicyString string() {
        Optional<Intrinsic> intrinsic = intrinsic();
        return intrinsic.isPresent() ? intrinsic.get() : PolicyString.of(text("a string"));
    }

    /** Returns the value as one element, or the list of them. */
    <T> OneOrMore<T> oneOrMore(Function<JsonCursor, T> element) {
        if (!(value instanceof JsonArray array)) {
            return OneOrMore.one(element.apply(this));
        }
        if (array.elements().isEmpty()) {
            throw failure(Problem.EMPTY_LIST, "the list is empty: leave the member out, or name what it covers");
        }
        List<T> values = new ArrayList<>();
        for (JsonValue each : array.elements()) {
            values.add(element.apply(new JsonCursor(json, each, path.element(values.size()))));
        }
        return OneOrMore.list(values);
    }

    /** Checks that the value is an object that is no intrinsic and has only members of these names. */
    void requireMembers(String what, List<String> known) {
        for (String name : members(what).keySet()) {
            if (!known.contains(name)) {
                throw failureAt(
                        Problem.UNKNOWN_MEMBER,
                        name,
                        "unknown member %s: expected %s".formatted(JsonPath.quoted(name), String.join(", ", known)));
            }
        }
    }

    /** Returns the member of this name of an object. */
    Optional<JsonCursor> member(String name) {
        return value instanceof JsonObject object
                ? Optional.ofNullable(object.members().get(name)).map(member -> child(name, member))
                : Optional.empty();
    }

    /** Returns the members of an object in their order; {@code what} is what was expected, with its article. */
    Map<String, JsonCursor> members(String what) {
        if (!(value instanceof JsonObject object)) {
            throw failure(Problem.TYPE, "expected %s as an object, found %s".formatted(what, kind()));
        }
        intrinsic().ifPresent(intrinsic -> {
            throw failure(
                    Problem.TYPE,
                    "the intrinsic %s cannot stand for %s".formatted(MessageText.name(intrinsic.function()), what));
        });
        Map<String, JsonCursor> members = new LinkedHashMap<>();
        object.members().forEach((name, member) -> members.put(name, child(name, member)));
        return members;
    }

    /** Returns the members of an object that has at least one. */
    Map<String, JsonCursor> someMembers(String what) {
        Map<String, JsonCursor> members = members(what);
        if (members.isEmpty()) {
            throw failure(Problem.EMPTY_OBJECT, "the object is empty: leave the member out, or say what it means");
        }
        return members;
    }

    PolicySyntaxException failure(Problem problem, String message) {
        return failure(problem, message, json.span(value));
    }

    /** Returns a failure that points to the name of a member of this object. */
    PolicySyntaxException failureAt(Problem problem, String name, String message) {
        return failure(problem, message, json.spanOfName(value, name));
    }

    private JsonCursor child(String name, JsonValue member) {
        return new JsonCursor(json, member, path.child(name));
    }

    private Optional<Intrinsic> intrinsic() {
        if (!(value instanceof JsonObject object) || object.members().size() != 1) {
            return Optional.empty();
        }
        Map.Entry<String, JsonValue> only =
                object.members().entrySet().iterator().next();
        return Intrinsic.isFunction(only.getKey())
                ? Optional.of(Intrinsic.of(only.getKey(), only.getValue()))
                : Optional.empty();
    }

    private PolicySyntaxException failure(Problem problem, String message, Optional<TextSpan> span) {
        return new PolicySyntaxException(
                problem,
                message,
                path.toString(),
                span.map(TextSpan::line).orElse(0),
                span.map(TextSpan::column).orElse(0));
    }

    private String kind() {
        if (value instanceof JsonObject) {
            return "an object";
        }
        if (value instanceof JsonArray) {
            return "a list";
        }
        if (value instanceof JsonString) {
            return "a string";
        }
        if (value instanceof JsonNumber) {
            return "a number";
        }
        return value instanceof JsonBoolean ? "a truth value" : "null";
    }
}
