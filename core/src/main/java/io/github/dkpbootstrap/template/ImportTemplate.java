// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.template;

import io.github.dkpbootstrap.BootstrapSpec;
import io.github.dkpbootstrap.policy.JsonValue;
import io.github.dkpbootstrap.policy.JsonValue.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The template of an import: the resources that exist, as they will be deployed, each to be kept if anything goes wrong, and
 * no outputs, for an import may have none.
 */
public final class ImportTemplate {
    private ImportTemplate() {}

    /** Returns the text of the template that holds the resources with these logical ids. */
    public static String of(BootstrapSpec spec, Set<String> logicalIds) {
        JsonObject full = (JsonObject) TemplateRenderer.render(spec).tree();
        JsonObject all = (JsonObject) full.members().get("Resources");
        Map<String, JsonValue> imported = new LinkedHashMap<>();
        all.members().forEach((id, resource) -> {
            if (logicalIds.contains(id)) {
                imported.put(id, kept((JsonObject) resource, logicalIds));
            }
        });
        Map<String, JsonValue> template = new LinkedHashMap<>(full.members());
        template.remove("Outputs");
        template.put("Resources", new JsonObject(imported));
        return YamlText.write(new JsonObject(template));
    }

    private static JsonValue kept(JsonObject resource, Set<String> logicalIds) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("Type", resource.members().get("Type"));
        members.put("DeletionPolicy", JsonValue.of("Retain"));
        JsonObject properties = (JsonObject) resource.members().get("Properties");
        members.put("Properties", logicalIds.contains(TemplateRenderer.ROLE) ? properties : withoutRole(properties));
        return new JsonObject(members);
    }

    /** A role that is not imported cannot be referred to; it does not exist, so nothing can be attached to it yet. */
    private static JsonValue withoutRole(JsonObject properties) {
        Map<String, JsonValue> members = new LinkedHashMap<>(properties.members());
        members.remove("Roles");
        return new JsonObject(members);
    }
}
