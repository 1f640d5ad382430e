// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.catalogue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** An action of the service reference while it is read. */
final class ReferenceAction {
    private final List<ActionResource> resources = new ArrayList<>();
    private List<String> conditionKeys = List.of();
    private String name = "";
    private AccessLevel level = AccessLevel.READ;

    /** Reads a member; the service reference does not say which resources are required. */
    void member(String member, JsonMembers json) throws IOException {
        switch (member) {
            case "Name" -> name = json.text();
            case "ActionConditionKeys" -> conditionKeys = json.texts();
            case "Annotations" -> json.object(annotation -> annotation(annotation, json));
            case "Resources" -> json.objects(() -> {}, resource -> resource(resource, json), () -> {});
            default -> json.skip();
        }
    }

    List<String> conditionKeys() {
        return conditionKeys;
    }

    ActionEntry entry(String prefix) {
        return ActionEntry.of(prefix, name, level, resources, conditionKeys);
    }

    private void resource(String member, JsonMembers json) throws IOException {
        if (member.equals("Name")) {
            resources.add(ActionResource.optional(json.text(), List.of()));
        } else {
            json.skip();
        }
    }

    private void annotation(String annotation, JsonMembers json) throws IOException {
        if (annotation.equals("Properties")) {
            json.object(property -> property(property, json));
        } else {
            json.skip();
        }
    }

    private void property(String property, JsonMembers json) throws IOException {
        switch (property) {
            case "IsList" -> raise(json, AccessLevel.LIST);
            case "IsWrite" -> raise(json, AccessLevel.WRITE);
            case "IsTaggingOnly" -> raise(json, AccessLevel.TAGGING);
            case "IsPermissionManagement" -> raise(json, AccessLevel.PERMISSIONS_MANAGEMENT);
            default -> json.skip();
        }
    }

    /** Takes the strongest level of those set: an action that manages permissions is also one that writes. */
    private void raise(JsonMembers json, AccessLevel set) throws IOException {
        if (json.flag() && (level == AccessLevel.READ || set.compareTo(level) > 0)) {
            level = set;
        }
    }
}
