// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.catalogue;

import io.github.dkpbootstrap.policy.JsonValue.JsonObject;
import java.util.Comparator;
import java.util.List;

/** A service of the package; each of its lists is sorted by name. */
final class PackageService {
    private final PackageFiles files;
    private final String prefix;

    PackageService(PackageFiles files, String prefix) {
        this.files = files;
        this.prefix = prefix;
    }

    ServiceEntry service() {
        return ServiceEntry.of(
                prefix,
                entries("actions").stream()
                        .map(this::action)
                        .sorted(Comparator.comparing(ActionEntry::name))
                        .toList(),
                entries("resourceTypes").stream()
                        .map(PackageService::resourceType)
                        .sorted(Comparator.comparing(ResourceTypeEntry::name))
                        .toList(),
                entries("conditionKeys").stream()
                        .map(key -> CatalogueFormat.key(PackageFiles.text(key, "key"), PackageFiles.text(key, "type")))
                        .sorted(Comparator.comparing(ConditionKeyEntry::name))
                        .toList());
    }

    private List<JsonObject> entries(String kind) {
        return files.entries("data/%s/%s.json".formatted(kind, prefix));
    }

    private ActionEntry action(JsonObject action) {
        return ActionEntry.of(
                prefix,
                PackageFiles.text(action, "name"),
                accessLevel(PackageFiles.text(action, "accessLevel")),
                PackageFiles.objects(action, "resourceTypes").stream()
                        .map(PackageService::resource)
                        .sorted(Comparator.comparing(ActionResource::type))
                        .toList(),
                keys(action));
    }

    private static AccessLevel accessLevel(String text) {
        return switch (text) {
            case "List" -> AccessLevel.LIST;
            case "Read" -> AccessLevel.READ;
            case "Write" -> AccessLevel.WRITE;
            case "Tagging, Write" -> AccessLevel.TAGGING;
            case "Permissions management, Write" -> AccessLevel.PERMISSIONS_MANAGEMENT;
            default -> throw new IllegalStateException("Unknown access level " + text);
        };
    }

    private static ActionResource resource(JsonObject resource) {
        String type = PackageFiles.text(resource, "name");
        return PackageFiles.flag(resource, "required")
                ? ActionResource.required(type, keys(resource))
                : ActionResource.optional(type, keys(resource));
    }

    private static ResourceTypeEntry resourceType(JsonObject type) {
        return ResourceTypeEntry.of(
                PackageFiles.text(type, "key"), List.of(PackageFiles.text(type, "arn")), keys(type));
    }

    private static List<String> keys(JsonObject owner) {
        return PackageFiles.strings(owner, "conditionKeys").stream().sorted().toList();
    }
}
