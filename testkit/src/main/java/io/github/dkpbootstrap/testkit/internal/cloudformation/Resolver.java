// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.cloudformation;

import io.github.dkpbootstrap.policy.JsonValue;
import io.github.dkpbootstrap.policy.JsonValue.JsonArray;
import io.github.dkpbootstrap.policy.JsonValue.JsonBoolean;
import io.github.dkpbootstrap.policy.JsonValue.JsonNumber;
import io.github.dkpbootstrap.policy.JsonValue.JsonObject;
import io.github.dkpbootstrap.policy.JsonValue.JsonString;
import io.github.dkpbootstrap.testkit.internal.cloudformation.References.Reference;
import io.github.dkpbootstrap.testkit.internal.query.ServiceError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.stream.Collectors;

/** Computes the intrinsic functions in a value. */
final class Resolver {
    private final Function<Reference, Optional<JsonValue>> values;

    /**
     * Creates a resolver.
     *
     * @param values what a reference stands for; nothing for {@code AWS::NoValue}
     */
    Resolver(Function<Reference, Optional<JsonValue>> values) {
        this.values = values;
    }

    /** Returns the value without intrinsic functions, or nothing if it is {@code AWS::NoValue}. */
    Optional<JsonValue> resolve(JsonValue value) {
        if (value instanceof JsonArray array) {
            List<JsonValue> elements = new ArrayList<>();
            array.elements().forEach(element -> resolve(element).ifPresent(elements::add));
            return Optional.of(new JsonArray(elements));
        }
        if (value instanceof JsonObject object) {
            return References.isFunction(object)
                    ? function(object.members().entrySet().iterator().next())
                    : Optional.of(object(object));
        }
        return Optional.of(value);
    }

    JsonObject object(JsonObject object) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        object.members().forEach((name, member) -> resolve(member).ifPresent(value -> members.put(name, value)));
        return new JsonObject(members);
    }

    /** Returns the value as text. */
    String text(JsonValue value) {
        return resolve(value).map(Resolver::asText).orElse("");
    }

    private Optional<JsonValue> function(Map.Entry<String, JsonValue> call) {
        return switch (call.getKey()) {
            case "Ref" -> values.apply(new Reference(asText(call.getValue()), ""));
            case "Fn::GetAtt" -> values.apply(References.attribute(call.getValue()));
            case "Fn::Sub" -> Optional.of(new JsonString(substitute(call.getValue())));
            default -> Optional.of(new JsonString(join(call.getValue())));
        };
    }

    private String substitute(JsonValue argument) {
        Map<String, JsonValue> own = References.variables(argument);
        Matcher variable = References.VARIABLE.matcher(References.subText(argument));
        String text = variable.replaceAll(match -> {
            String name = match.group(1);
            String value = own.containsKey(name)
                    ? text(own.getOrDefault(name, argument))
                    : values.apply(References.variable(name))
                            .map(Resolver::asText)
                            .orElse("");
            return Matcher.quoteReplacement(value);
        });
        return text.replace("${!", "${");
    }

    private String join(JsonValue argument) {
        if (argument instanceof JsonArray array
                && array.elements().size() == 2
                && array.elements().get(0) instanceof JsonString delimiter) {
            JsonValue list = resolve(array.elements().get(1)).orElse(new JsonArray(List.of()));
            if (list instanceof JsonArray items) {
                return items.elements().stream().map(Resolver::asText).collect(Collectors.joining(delimiter.value()));
            }
        }
        throw ServiceError.validation("Template error: every Fn::Join object requires two parameters, (1) a string "
                + "delimiter and (2) a list of strings to be joined or a function that returns a list of strings");
    }

    private static String asText(JsonValue value) {
        if (value instanceof JsonString text) {
            return text.value();
        }
        if (value instanceof JsonNumber number) {
            return number.text();
        }
        if (value instanceof JsonBoolean bool) {
            return Boolean.toString(bool.value());
        }
        if (value instanceof JsonArray array) {
            return array.elements().stream().map(Resolver::asText).collect(Collectors.joining(","));
        }
        return value.toString();
    }
}
