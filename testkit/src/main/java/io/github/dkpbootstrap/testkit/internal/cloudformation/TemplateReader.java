// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.cloudformation;

import io.github.dkpbootstrap.policy.JsonValue;
import io.github.dkpbootstrap.policy.JsonValue.JsonArray;
import io.github.dkpbootstrap.policy.JsonValue.JsonBoolean;
import io.github.dkpbootstrap.policy.JsonValue.JsonNull;
import io.github.dkpbootstrap.policy.JsonValue.JsonNumber;
import io.github.dkpbootstrap.policy.JsonValue.JsonObject;
import io.github.dkpbootstrap.policy.JsonValue.JsonString;
import io.github.dkpbootstrap.policy.PolicySyntaxException;
import io.github.dkpbootstrap.testkit.internal.query.ServiceError;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Reads templates.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-anatomy.html">Template
 *     sections</a>
 */
final class TemplateReader {
    private static final int MAX_BYTES = 51_200;
    private static final String VERSION = "2010-09-09";
    private static final Set<String> SECTIONS =
            Set.of("AWSTemplateFormatVersion", "Description", "Metadata", "Parameters", "Resources", "Outputs");
    private static final Set<String> NOT_PLAYED = Set.of("Rules", "Mappings", "Conditions", "Transform", "Hooks");
    private static final Set<String> ATTRIBUTES =
            Set.of("Type", "Properties", "DependsOn", "DeletionPolicy", "UpdateReplacePolicy", "Metadata", "Condition");

    private final ResourceTypes types;

    TemplateReader(ResourceTypes types) {
        this.types = types;
    }

    Template read(String body) {
        if (body.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            throw ServiceError.constraint(
                    "templateBody", "'****'", "Member must have length less than or equal to " + MAX_BYTES);
        }
        if (!(tree(body) instanceof JsonObject root)) {
            throw format("unsupported structure.");
        }
        refuseNull(root, "");
        sections(root);
        Map<String, Template.Parameter> parameters = members(root, "Parameters", this::parameter);
        Map<String, JsonObject> declared = members(root, "Resources", value -> object(value, "Resources"));
        if (declared.isEmpty()) {
            throw format("At least one Resources member must be defined.");
        }
        refuseUnknownTypes(declared);
        Map<String, Template.Resource> resources = new LinkedHashMap<>();
        declared.forEach((id, value) -> resources.put(id, resource(id, value)));
        Map<String, Template.Output> outputs = members(root, "Outputs", this::output);
        Template template = new Template(
                body,
                string(root, "AWSTemplateFormatVersion"),
                string(root, "Description"),
                parameters,
                resources,
                outputs);
        new Dependencies(template).check();
        return template;
    }

    /** Returns a body, JSON or YAML, as a tree. */
    static JsonValue tree(String body) {
        if (!body.stripLeading().startsWith("{")) {
            return YamlTree.read(body);
        }
        try {
            return JsonValue.parse(body);
        } catch (PolicySyntaxException e) {
            throw format("JSON not well-formed. (line %d, column %d)".formatted(e.line(), e.column()));
        }
    }

    private static void sections(JsonObject root) {
        Set<String> unknown = new TreeSet<>(root.members().keySet());
        unknown.removeAll(SECTIONS);
        for (String name : unknown) {
            if (NOT_PLAYED.contains(name)) {
                throw ServiceError.notImplemented("cloudformation: the template section " + name);
            }
        }
        if (!unknown.isEmpty()) {
            throw ServiceError.validation("Invalid template property or properties " + unknown);
        }
        if (string(root, "AWSTemplateFormatVersion")
                .filter(text -> !text.equals(VERSION))
                .isPresent()) {
            throw format("unsupported value for AWSTemplateFormatVersion.");
        }
    }

    private static void refuseNull(JsonValue value, String path) {
        if (value instanceof JsonNull) {
            throw ServiceError.validation("[" + path + "] 'null' values are not allowed in templates");
        }
        if (value instanceof JsonObject object) {
            object.members().forEach((name, member) -> refuseNull(member, path + "/" + name));
        } else if (value instanceof JsonArray array) {
            for (int i = 0; i < array.elements().size(); i++) {
                refuseNull(array.elements().get(i), path + "/" + i);
            }
        }
    }

    private void refuseUnknownTypes(Map<String, JsonObject> declared) {
        Set<String> unknown = new TreeSet<>();
        declared.forEach((id, resource) -> {
            if (!id.matches("[A-Za-z0-9]{1,255}")) {
                throw format("Resource name " + id + " is non alphanumeric.");
            }
            String type = string(resource, "Type")
                    .orElseThrow(
                            () -> format("[/Resources/" + id + "] Every Resources object must contain a Type member."));
            if (types.find(type).isEmpty()) {
                unknown.add(type);
            }
        });
        if (!unknown.isEmpty()) {
            throw format("Unrecognized resource types: " + unknown);
        }
    }

    private Template.Resource resource(String id, JsonObject value) {
        for (String attribute : value.members().keySet()) {
            if (!ATTRIBUTES.contains(attribute)) {
                throw ServiceError.validation("Invalid template resource property '" + attribute + "'");
            }
        }
        if (value.members().containsKey("Condition")) {
            throw ServiceError.notImplemented("cloudformation: conditions");
        }
        Optional<String> policy = string(value, "DeletionPolicy");
        if (!Set.of("Delete", "Retain", "RetainExceptOnCreate").contains(policy.orElse("Delete"))) {
            throw format("Unrecognized DeletionPolicy " + policy.orElse("") + " for resource " + id);
        }
        JsonValue properties = value.members().getOrDefault("Properties", new JsonObject(Map.of()));
        return new Template.Resource(
                types.find(string(value, "Type").orElse("")).orElseThrow(),
                object(properties, "Resources/" + id + "/Properties"),
                member(value, "Metadata"),
                policy,
                new LinkedHashSet<>(strings(value, "DependsOn")));
    }

    private Template.Parameter parameter(JsonValue value) {
        JsonObject object = object(value, "Parameters");
        String type =
                string(object, "Type").orElseThrow(() -> format("Every Parameters object must contain a Type member."));
        if (type.startsWith("AWS::")) {
            throw ServiceError.notImplemented("cloudformation: parameters of type " + type);
        }
        return new Template.Parameter(
                type,
                string(object, "Default"),
                string(object, "Description"),
                string(object, "NoEcho").filter("true"::equalsIgnoreCase).isPresent(),
                strings(object, "AllowedValues"),
                string(object, "AllowedPattern"));
    }

    private Template.Output output(JsonValue value) {
        JsonObject object = object(value, "Outputs");
        JsonValue result =
                member(object, "Value").orElseThrow(() -> format("Every Outputs member must contain a Value object"));
        Optional<JsonValue> export = member(object, "Export").flatMap(e -> member(object(e, "Export"), "Name"));
        return new Template.Output(result, string(object, "Description"), export);
    }

    private static <T> Map<String, T> members(JsonObject root, String section, Function<JsonValue, T> read) {
        Map<String, T> members = new LinkedHashMap<>();
        member(root, section)
                .ifPresent(value -> object(value, section)
                        .members()
                        .forEach((name, member) -> members.put(name, read.apply(member))));
        return members;
    }

    private static JsonObject object(JsonValue value, String where) {
        if (value instanceof JsonObject object) {
            return object;
        }
        throw format("[/" + where + "] Every " + where.replaceFirst("/.*", "") + " member must be an object.");
    }

    private static Optional<JsonValue> member(JsonObject object, String name) {
        return Optional.ofNullable(object.members().get(name));
    }

    private static Optional<String> string(JsonObject object, String name) {
        return member(object, name).map(TemplateReader::scalar);
    }

    private static List<String> strings(JsonObject object, String name) {
        return member(object, name)
                .map(value -> value instanceof JsonArray array
                        ? array.elements().stream().map(TemplateReader::scalar).toList()
                        : List.of(scalar(value)))
                .orElse(List.of());
    }

    private static String scalar(JsonValue value) {
        if (value instanceof JsonString text) {
            return text.value();
        }
        if (value instanceof JsonNumber number) {
            return number.text();
        }
        if (value instanceof JsonBoolean bool) {
            return Boolean.toString(bool.value());
        }
        throw format("a string is expected where the template has a structure.");
    }

    private static ServiceError format(String message) {
        return ServiceError.validation("Template format error: " + message);
    }
}
