// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.cloudformation;

import io.github.dkpbootstrap.policy.JsonValue;
import io.github.dkpbootstrap.policy.JsonValue.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What drift detection found of a resource. It compares what the template says, and nothing else: what the template leaves to
 * IAM's defaults may change without its noticing.
 *
 * @param expected the properties that the template gives
 * @param actual the same properties as they are; nothing if the resource is gone
 */
record ResourceDrift(Properties expected, Optional<Properties> actual, List<Difference> differences, Instant checked) {
    /** Compares a resource with what is there now. */
    static ResourceDrift of(StackResource resource, Instant now) {
        Properties expected = resource.properties();
        Optional<Properties> actual =
                resource.physicalId().flatMap(resource.type()::live).map(live -> restricted(expected, live));
        List<Difference> differences = new ArrayList<>();
        actual.ifPresent(there -> expected.json().members().forEach((name, value) -> {
            if (!resource.type().notCompared().contains(name)) {
                differences.addAll(property(resource.type(), name, value, there.find(name)));
            }
        }));
        return new ResourceDrift(expected, actual, differences, now);
    }

    /** Returns the status, by AWS's names. */
    String status() {
        if (actual.isEmpty()) {
            return "DELETED";
        }
        return differences.isEmpty() ? "IN_SYNC" : "MODIFIED";
    }

    /** Returns whether a property is not as expected. */
    boolean isDrifted(String property) {
        return differences.stream().anyMatch(difference -> (difference.path() + "/").startsWith("/" + property + "/"));
    }

    /** Returns the expected properties with what has drifted as it is. */
    Properties overlaid() {
        Map<String, JsonValue> members = new LinkedHashMap<>(expected.json().members());
        expected.json().members().keySet().stream()
                .filter(this::isDrifted)
                .forEach(name -> actual.flatMap(there -> there.find(name))
                        .ifPresentOrElse(value -> members.put(name, value), () -> members.remove(name)));
        return new Properties(new JsonObject(members));
    }

    boolean isDrifted() {
        return !status().equals("IN_SYNC");
    }

    private static List<Difference> property(
            ResourceType type, String name, JsonValue expected, Optional<JsonValue> actual) {
        if (actual.isEmpty()) {
            boolean nothing = expected instanceof JsonValue.JsonArray array
                    && array.elements().isEmpty();
            return nothing ? List.of() : List.of(new Difference("/" + name, Optional.of(expected), Optional.empty()));
        }
        boolean blind = type.additionsUnseen().contains(name);
        return Difference.between("/" + name, expected, actual.get()).stream()
                .filter(difference -> !blind || difference.expected().isPresent())
                .toList();
    }

    private static Properties restricted(Properties expected, Properties live) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        expected.json()
                .members()
                .keySet()
                .forEach(name -> live.find(name).ifPresent(value -> members.put(name, value)));
        return new Properties(new JsonObject(members));
    }
}
