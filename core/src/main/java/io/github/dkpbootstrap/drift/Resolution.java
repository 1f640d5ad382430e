// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.drift;

import io.github.dkpbootstrap.policy.JsonValue;
import io.github.dkpbootstrap.policy.JsonValue.JsonArray;
import io.github.dkpbootstrap.policy.JsonValue.JsonObject;
import io.github.dkpbootstrap.policy.JsonValue.JsonString;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Computes what CloudFormation made of a template's values: {@code Ref} and {@code Fn::Sub} of pseudo parameters and of the
 * stack's own resources. Whatever else a template computes stays unknown.
 */
final class Resolution {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}]*)}");

    private final Map<String, String> names;

    Resolution(Map<String, String> names) {
        this.names = Map.copyOf(names);
    }

    /** Returns the value with nothing left to compute, or nothing where that is not known. */
    Optional<JsonValue> of(JsonValue value) {
        if (value instanceof JsonArray array) {
            List<JsonValue> elements = new ArrayList<>();
            array.elements().forEach(element -> of(element).ifPresent(elements::add));
            return Optional.<JsonValue>of(new JsonArray(elements))
                    .filter(whole -> elements.size() == array.elements().size());
        }
        if (!(value instanceof JsonObject object)) {
            return Optional.of(value);
        }
        if (object.members().size() == 1) {
            Map.Entry<String, JsonValue> only =
                    object.members().entrySet().iterator().next();
            if (only.getKey().equals("Ref") || only.getKey().startsWith("Fn::")) {
                return intrinsic(only.getKey(), only.getValue()).map(JsonValue::of);
            }
        }
        Map<String, JsonValue> members = new LinkedHashMap<>();
        object.members().forEach((name, member) -> of(member).ifPresent(known -> members.put(name, known)));
        return Optional.<JsonValue>of(new JsonObject(members))
                .filter(whole -> members.size() == object.members().size());
    }

    private Optional<String> intrinsic(String function, JsonValue argument) {
        if (!(argument instanceof JsonString text)) {
            return Optional.empty();
        }
        return switch (function) {
            case "Ref" -> Optional.ofNullable(names.get(text.value()));
            case "Fn::Sub" -> substituted(text.value());
            default -> Optional.empty();
        };
    }

    private Optional<String> substituted(String text) {
        Matcher variable = VARIABLE.matcher(text);
        boolean known = variable.results()
                .map(found -> found.group(1))
                .allMatch(name -> name.startsWith("!") || names.containsKey(name));
        return known ? Optional.of(variable.reset().replaceAll(this::replacement)) : Optional.empty();
    }

    /** A variable that starts with an exclamation mark is text, and stays without it. */
    private String replacement(MatchResult variable) {
        String name = variable.group(1);
        return Matcher.quoteReplacement(
                name.startsWith("!") ? "${" + name.substring(1) + "}" : names.getOrDefault(name, ""));
    }
}
