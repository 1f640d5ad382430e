// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.cloudformation;

import io.github.dkpbootstrap.policy.JsonValue;
import io.github.dkpbootstrap.policy.JsonValue.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A template that was read and checked. */
record Template(
        String body,
        Optional<String> version,
        Optional<String> description,
        Map<String, Parameter> parameters,
        Map<String, Resource> resources,
        Map<String, Output> outputs) {
    /** The template of a stack that has none yet. */
    static final Template NONE = new Template("", Optional.empty(), Optional.empty(), Map.of(), Map.of(), Map.of());

    /** A parameter as declared. */
    record Parameter(
            String type,
            Optional<String> defaultValue,
            Optional<String> description,
            boolean noEcho,
            List<String> allowedValues,
            Optional<String> allowedPattern) {
        boolean isList() {
            return type.equals("CommaDelimitedList") || type.startsWith("List<");
        }
    }

    /** A resource as declared. */
    record Resource(
            ResourceType type,
            JsonObject properties,
            Optional<JsonValue> metadata,
            Optional<String> givenDeletionPolicy,
            Set<String> dependsOn) {
        /** Returns what becomes of the resource when it leaves the stack. */
        String deletionPolicy() {
            return givenDeletionPolicy.orElse("Delete");
        }
    }

    /** An output as declared. */
    record Output(JsonValue value, Optional<String> description, Optional<JsonValue> exportName) {}

    /** Returns the capabilities that a caller must acknowledge. */
    Optional<String> requiredCapability() {
        if (resources.isEmpty()) {
            return Optional.empty();
        }
        boolean named = resources.values().stream()
                .anyMatch(resource -> resource.properties()
                        .members()
                        .containsKey(resource.type().nameProperty()));
        return Optional.of(named ? "CAPABILITY_NAMED_IAM" : "CAPABILITY_IAM");
    }

    /** Returns the types of the resources, each once. */
    List<String> types() {
        return resources.values().stream()
                .map(resource -> resource.type().name())
                .distinct()
                .sorted()
                .toList();
    }
}
