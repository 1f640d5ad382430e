// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.template;

import io.github.dkpbootstrap.BootstrapSpec;
import io.github.dkpbootstrap.policy.JsonValue;
import io.github.dkpbootstrap.policy.JsonValue.JsonArray;
import io.github.dkpbootstrap.policy.JsonValue.JsonObject;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The template of an import: the resources that exist, as they will be deployed, each to be kept if anything goes wrong, and
 * no outputs, for an import may have none.
 */
public final class ImportTemplate {
    private ImportTemplate() {}

    /** Returns the text of the template of a new stack that holds the resources with these logical ids. */
    public static String ofNewStack(BootstrapSpec spec, Set<String> logicalIds) {
        JsonObject full = (JsonObject) TemplateRenderer.render(spec).tree();
        Map<String, JsonValue> template = new LinkedHashMap<>(full.members());
        template.remove("Outputs");
        template.put("Resources", new JsonObject(imported(spec, logicalIds, logicalIds)));
        return YamlText.write(new JsonObject(template));
    }

    /**
     * Returns the text of a stack's own template with the resources of these logical ids added.
     *
     * @return nothing where the stack's template cannot be read
     */
    public static Optional<String> into(String deployed, BootstrapSpec spec, Set<String> logicalIds) {
        return TemplateText.read(deployed)
                .filter(JsonObject.class::isInstance)
                .map(JsonObject.class::cast)
                .map(template -> YamlText.write(added(template, spec, logicalIds)));
    }

    private static JsonValue added(JsonObject deployed, BootstrapSpec spec, Set<String> logicalIds) {
        Map<String, JsonValue> resources = new LinkedHashMap<>();
        if (deployed.members().get("Resources") instanceof JsonObject existing) {
            resources.putAll(existing.members());
        }
        Set<String> all = new HashSet<>(resources.keySet());
        all.addAll(logicalIds);
        resources.putAll(imported(spec, logicalIds, all));
        Map<String, JsonValue> template = new LinkedHashMap<>(deployed.members());
        template.put("Resources", new JsonObject(resources));
        return new JsonObject(template);
    }

    private static Map<String, JsonValue> imported(BootstrapSpec spec, Set<String> logicalIds, Set<String> all) {
        JsonObject full = (JsonObject) TemplateRenderer.render(spec).tree();
        Map<String, JsonValue> imported = new LinkedHashMap<>();
        if (full.members().get("Resources") instanceof JsonObject resources) {
            resources.members().forEach((id, resource) -> {
                if (logicalIds.contains(id)) {
                    imported.put(id, kept(id, (JsonObject) resource, all.contains(TemplateRenderer.ROLE)));
                }
            });
        }
        return imported;
    }

    private static JsonValue kept(String id, JsonObject resource, boolean withRole) {
        Map<String, JsonValue> members = new LinkedHashMap<>(resource.members());
        members.put("DeletionPolicy", JsonValue.of("Retain"));
        if (resource.members().get("Properties") instanceof JsonObject properties) {
            JsonObject ofPolicy = id.equals(TemplateRenderer.POLICY) ? withoutHolders(properties) : properties;
            members.put("Properties", withRole ? ofPolicy : withoutRole(ofPolicy, id));
        }
        return new JsonObject(members);
    }

    /** To whom the policy is attached an import cannot change: the deployment that follows attaches it. */
    private static JsonObject withoutHolders(JsonObject properties) {
        Map<String, JsonValue> members = new LinkedHashMap<>(properties.members());
        members.remove("Users");
        members.remove("Groups");
        return new JsonObject(members);
    }

    /**
     * A role that is not imported cannot be referred to; it does not exist, so nothing can be attached to it yet. A profile
     * must name its roles, be they none; a policy need not, and may not be attached to none.
     */
    private static JsonValue withoutRole(JsonObject properties, String id) {
        Map<String, JsonValue> members = new LinkedHashMap<>(properties.members());
        if (id.equals(TemplateRenderer.PROFILE)) {
            members.put("Roles", new JsonArray(List.of()));
        } else {
            members.remove("Roles");
        }
        return new JsonObject(members);
    }
}
