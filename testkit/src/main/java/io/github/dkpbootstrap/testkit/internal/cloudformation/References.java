// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.cloudformation;

import io.github.dkpbootstrap.policy.JsonValue;
import io.github.dkpbootstrap.policy.JsonValue.JsonArray;
import io.github.dkpbootstrap.policy.JsonValue.JsonObject;
import io.github.dkpbootstrap.policy.JsonValue.JsonString;
import io.github.dkpbootstrap.testkit.internal.query.ServiceError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what the intrinsic functions in a value refer to. */
final class References {
    static final Pattern VARIABLE = Pattern.compile("\\$\\{([^!${}][^{}]*)}");

    private static final Set<String> KNOWN = Set.of("Ref", "Fn::Sub", "Fn::GetAtt", "Fn::Join");

    /** A reference to {@code name}; to its attribute, if that is not empty. */
    record Reference(String name, String attribute) {}

    private References() {}

    static List<Reference> in(JsonValue value) {
        List<Reference> found = new ArrayList<>();
        collect(value, found);
        return found;
    }

    /** Returns whether an object is a call of an intrinsic function. */
    static boolean isFunction(JsonObject object) {
        if (object.members().size() != 1) {
            return false;
        }
        String name = object.members().keySet().iterator().next();
        if (name.startsWith("Fn::") && !KNOWN.contains(name)) {
            throw ServiceError.notImplemented("cloudformation: " + name);
        }
        return KNOWN.contains(name);
    }

    private static void collect(JsonValue value, List<Reference> found) {
        if (value instanceof JsonArray array) {
            array.elements().forEach(element -> collect(element, found));
        } else if (value instanceof JsonObject object) {
            if (isFunction(object)) {
                object.members().forEach((name, argument) -> function(name, argument, found));
            } else {
                object.members().values().forEach(member -> collect(member, found));
            }
        }
    }

    private static void function(String name, JsonValue argument, List<Reference> found) {
        switch (name) {
            case "Ref" -> found.add(new Reference(text(argument, name), ""));
            case "Fn::GetAtt" -> found.add(attribute(argument));
            case "Fn::Sub" -> substitution(argument, found);
            default -> collect(argument, found);
        }
    }

    private static void substitution(JsonValue argument, List<Reference> found) {
        Map<String, JsonValue> own = variables(argument);
        own.values().forEach(value -> collect(value, found));
        Matcher variable = VARIABLE.matcher(subText(argument));
        while (variable.find()) {
            if (!own.containsKey(variable.group(1))) {
                found.add(variable(variable.group(1)));
            }
        }
    }

    static Reference variable(String text) {
        String[] parts = text.strip().split("\\.", 2);
        return new Reference(parts[0], parts.length > 1 ? parts[1] : "");
    }

    static Reference attribute(JsonValue argument) {
        if (argument instanceof JsonString dotted) {
            return variable(dotted.value());
        }
        if (argument instanceof JsonArray array && array.elements().size() == 2) {
            return new Reference(
                    text(array.elements().get(0), "Fn::GetAtt"),
                    text(array.elements().get(1), "Fn::GetAtt"));
        }
        throw ServiceError.validation("Template error: Fn::GetAtt object requires two non-empty parameters, the "
                + "resource name and the resource attribute");
    }

    static String subText(JsonValue argument) {
        return argument instanceof JsonArray array && array.elements().size() == 2
                ? text(array.elements().get(0), "Fn::Sub")
                : text(argument, "Fn::Sub");
    }

    static Map<String, JsonValue> variables(JsonValue argument) {
        boolean given = argument instanceof JsonArray array
                && array.elements().size() == 2
                && array.elements().get(1) instanceof JsonObject;
        return given ? ((JsonObject) ((JsonArray) argument).elements().get(1)).members() : Map.of();
    }

    private static String text(JsonValue value, String function) {
        if (value instanceof JsonString text) {
            return text.value();
        }
        throw ServiceError.validation(
                "Template error: One or more " + function + " intrinsic functions don't specify expected arguments.");
    }
}
