// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.catalogue;

import io.github.dkpbootstrap.policy.InvalidCatalogueException;
import java.util.ArrayList;
import java.util.List;

/** Reads the lines of one service. */
final class ServiceReader {
    private final Lines lines;
    private final List<ConditionKeyEntry> keys = new ArrayList<>();
    private final List<List<String>> sets = new ArrayList<>(List.of(List.of()));
    private final List<ResourceTypeEntry> types = new ArrayList<>();
    private final List<ActionEntry> actions = new ArrayList<>();
    private String prefix = "";

    ServiceReader(Lines lines) {
        this.lines = lines;
    }

    ServiceEntry read() {
        while (lines.hasNext()) {
            Fields fields = lines.next();
            line(fields.next(), fields);
        }
        return ServiceEntry.of(prefix, actions, types, keys);
    }

    private void line(String kind, Fields fields) {
        switch (kind) {
            case CatalogueFormat.SERVICE -> prefix = fields.next();
            case CatalogueFormat.KEY -> keys.add(CatalogueFormat.key(fields.next(), fields.next()));
            case CatalogueFormat.SET -> sets.add(set(fields.next()));
            case CatalogueFormat.RESOURCE_TYPE -> types.add(resourceType(fields));
            case CatalogueFormat.ACTION -> actions.add(action(fields));
            default -> throw CatalogueFormat.unexpected(kind);
        }
    }

    private List<String> set(String numbers) {
        List<String> names = new ArrayList<>();
        for (String number : numbers.split(",", -1)) {
            names.add(at(keys, number, "condition key").name());
        }
        return List.copyOf(names);
    }

    private ResourceTypeEntry resourceType(Fields fields) {
        String name = fields.next();
        List<String> conditionKeys = at(sets, fields.next(), "set");
        List<String> templates = new ArrayList<>(List.of(fields.next()));
        while (fields.hasNext()) {
            templates.add(fields.next());
        }
        return ResourceTypeEntry.of(name, templates, conditionKeys);
    }

    private ActionEntry action(Fields fields) {
        String name = fields.next();
        AccessLevel level = CatalogueFormat.accessLevel(fields.next());
        List<String> conditionKeys = at(sets, fields.next(), "set");
        List<ActionResource> resources = new ArrayList<>();
        while (fields.hasNext()) {
            resources.add(actionResource(fields.next()));
        }
        return ActionEntry.of(prefix, name, level, resources, conditionKeys);
    }

    private ActionResource actionResource(String text) {
        int colon = text.indexOf(':');
        if (colon < 1) {
            throw new InvalidCatalogueException("'" + text + "' is no resource type with its set of condition keys");
        }
        List<String> conditionKeys = at(sets, text.substring(colon + 1), "set");
        boolean required = text.charAt(colon - 1) == '!';
        String type = at(types, text.substring(0, required ? colon - 1 : colon), "resource type")
                .name();
        return required ? ActionResource.required(type, conditionKeys) : ActionResource.optional(type, conditionKeys);
    }

    private static <T> T at(List<T> list, String number, String what) {
        int index = Fields.number(number);
        if (index < 0 || index >= list.size()) {
            throw new InvalidCatalogueException("there is no %s %d".formatted(what, index));
        }
        return list.get(index);
    }
}
