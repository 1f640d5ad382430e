// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.cloudformation;

import io.github.dkpbootstrap.policy.JsonLayout;
import io.github.dkpbootstrap.policy.JsonValue;
import io.github.dkpbootstrap.policy.JsonValue.JsonObject;
import io.github.dkpbootstrap.policy.JsonValue.JsonString;
import io.github.dkpbootstrap.testkit.internal.query.ServiceError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Templates that differ from a given one in its last resource that no other refers to: what a stack was before, if it is
 * to be on the way to the given one.
 */
public final class TemplateVariants {
    private static final Map<String, String> NAMES = Map.of(
            "AWS::IAM::Role", "RoleName",
            "AWS::IAM::ManagedPolicy", "ManagedPolicyName",
            "AWS::IAM::InstanceProfile", "InstanceProfileName");
    private static final Map<String, String> IDENTIFIERS = Map.of(
            "AWS::IAM::Role", "RoleName",
            "AWS::IAM::ManagedPolicy", "PolicyArn",
            "AWS::IAM::InstanceProfile", "InstanceProfileName");

    private final JsonObject root;
    private final Map<String, JsonValue> resources;
    private final String last;

    /**
     * Reads a template.
     *
     * @throws ServiceError if it is none
     */
    public TemplateVariants(String body) {
        if (!(TemplateReader.tree(body) instanceof JsonObject object)) {
            throw ServiceError.validation("Template format error: unsupported structure.");
        }
        this.root = object;
        this.resources = members(object, "Resources");
        this.last = lastUnreferenced();
    }

    /** Returns how many resources there are. */
    public int size() {
        return resources.size();
    }

    /** Returns the logical id of the resource that the variants differ in. */
    public String varied() {
        return last;
    }

    /** Returns its type. */
    public String variedType() {
        return text(object(last), "Type").orElse("");
    }

    /** Returns the property that identifies it for an import. */
    public String identifier() {
        return IDENTIFIERS.getOrDefault(variedType(), "");
    }

    /** Returns the template with another name for the resource. */
    public String renamed(String name) {
        JsonObject properties = new JsonObject(members(object(last), "Properties"));
        JsonObject changed = with(properties, NAMES.getOrDefault(variedType(), ""), JsonValue.of(name));
        return template(with(object(last), "Properties", changed));
    }

    /** Returns the template with a deletion policy for the resource, without the outputs that refer to it. */
    public String keeping(String deletionPolicy) {
        return withoutOutputs(template(with(object(last), "DeletionPolicy", JsonValue.of(deletionPolicy))));
    }

    /** Returns the template without the resource and the outputs that refer to it. */
    public String without() {
        Map<String, JsonValue> rest = new LinkedHashMap<>(resources);
        rest.remove(last);
        return withoutOutputs(with(root, "Resources", new JsonObject(rest)).toJson(JsonLayout.MINIFIED));
    }

    private String template(JsonObject resource) {
        return with(root, "Resources", with(new JsonObject(resources), last, resource))
                .toJson(JsonLayout.MINIFIED);
    }

    private String withoutOutputs(String template) {
        JsonObject object = (JsonObject) TemplateReader.tree(template);
        Map<String, JsonValue> outputs = new LinkedHashMap<>(members(object, "Outputs"));
        outputs.values().removeIf(output -> refersTo(output, last));
        Map<String, JsonValue> rest = new LinkedHashMap<>(object.members());
        if (rest.remove("Outputs") != null && !outputs.isEmpty()) {
            rest.put("Outputs", new JsonObject(outputs));
        }
        return new JsonObject(rest).toJson(JsonLayout.MINIFIED);
    }

    private String lastUnreferenced() {
        List<String> free = new ArrayList<>(resources.keySet());
        free.removeIf(id -> resources.entrySet().stream()
                .anyMatch(other -> !other.getKey().equals(id) && refersTo(other.getValue(), id)));
        if (free.isEmpty()) {
            throw ServiceError.validation("Template format error: At least one Resources member must be defined.");
        }
        return free.get(free.size() - 1);
    }

    private static boolean refersTo(JsonValue value, String id) {
        String json = value.toJson(JsonLayout.MINIFIED);
        return json.contains("\"" + id + "\"")
                || json.contains("\"" + id + ".")
                || json.contains("${" + id + "}")
                || json.contains("${" + id + ".");
    }

    private JsonObject object(String id) {
        return resources.get(id) instanceof JsonObject object ? object : new JsonObject(Map.of());
    }

    private static Map<String, JsonValue> members(JsonObject object, String name) {
        return object.members().get(name) instanceof JsonObject members ? members.members() : Map.of();
    }

    private static Optional<String> text(JsonObject object, String name) {
        return object.members().get(name) instanceof JsonString text ? Optional.of(text.value()) : Optional.empty();
    }

    private static JsonObject with(JsonObject object, String name, JsonValue value) {
        Map<String, JsonValue> members = new LinkedHashMap<>(object.members());
        members.put(name, value);
        return new JsonObject(members);
    }
}
