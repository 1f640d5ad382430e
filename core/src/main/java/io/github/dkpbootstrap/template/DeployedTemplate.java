// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.template;

import io.github.dkpbootstrap.policy.JsonValue;
import io.github.dkpbootstrap.policy.JsonValue.JsonObject;
import io.github.dkpbootstrap.policy.JsonValue.JsonString;
import java.util.Map;
import java.util.Optional;

/** The template of a deployed stack, JSON or YAML, as far as it can be read. Immutable and thread-safe. */
public final class DeployedTemplate {
    private final Optional<JsonValue> tree;

    private DeployedTemplate(Optional<JsonValue> tree) {
        this.tree = tree;
    }

    /** Reads the text of a template; one that cannot be read has no properties. */
    public static DeployedTemplate read(String text) {
        return new DeployedTemplate(TemplateText.read(text));
    }

    /** Returns whether it could be read; else nothing is known of it. */
    public boolean isReadable() {
        return tree.isPresent();
    }

    /** Returns a property of a resource where it is plain text; nothing where it is absent or computed. */
    public Optional<String> text(String logicalId, String property) {
        return property(logicalId, property)
                .filter(JsonString.class::isInstance)
                .map(value -> ((JsonString) value).value());
    }

    /** Returns whether the template sets a property of a resource, as text or computed. */
    public boolean sets(String logicalId, String property) {
        return property(logicalId, property).isPresent();
    }

    /** Returns the properties of a resource, as they are written; nothing where there is no such resource. */
    public Optional<JsonObject> properties(String logicalId) {
        return resource(logicalId)
                .map(resource -> member(resource, "Properties")
                        .filter(JsonObject.class::isInstance)
                        .map(JsonObject.class::cast)
                        .orElseGet(() -> new JsonObject(Map.of())));
    }

    private Optional<JsonValue> property(String logicalId, String property) {
        return resource(logicalId)
                .flatMap(resource -> member(resource, "Properties"))
                .flatMap(properties -> member(properties, property));
    }

    private Optional<JsonValue> resource(String logicalId) {
        return tree.flatMap(root -> member(root, "Resources")).flatMap(resources -> member(resources, logicalId));
    }

    private static Optional<JsonValue> member(JsonValue value, String name) {
        return value instanceof JsonObject object
                ? Optional.ofNullable(object.members().get(name))
                : Optional.empty();
    }
}
