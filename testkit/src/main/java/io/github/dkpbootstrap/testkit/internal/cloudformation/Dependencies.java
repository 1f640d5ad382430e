// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.cloudformation;

import io.github.dkpbootstrap.policy.JsonValue;
import io.github.dkpbootstrap.testkit.internal.cloudformation.References.Reference;
import io.github.dkpbootstrap.testkit.internal.query.ServiceError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What the resources of a template wait for, and whether all that it refers to exists. */
final class Dependencies {
    private static final Set<String> PSEUDO = Set.of(
            "AWS::AccountId",
            "AWS::Partition",
            "AWS::Region",
            "AWS::StackName",
            "AWS::StackId",
            "AWS::URLSuffix",
            "AWS::NoValue",
            "AWS::NotificationARNs");

    private final Template template;

    Dependencies(Template template) {
        this.template = template;
    }

    /** Returns for each resource the resources that it needs. */
    Map<String, Set<String>> all() {
        Map<String, Set<String>> all = new LinkedHashMap<>();
        template.resources().forEach((id, resource) -> {
            Set<String> needs = new LinkedHashSet<>(resource.dependsOn());
            References.in(resource.properties()).forEach(reference -> needs.add(reference.name()));
            needs.retainAll(template.resources().keySet());
            all.put(id, needs);
        });
        return all;
    }

    /** Returns the resources, each after those that it needs. */
    List<String> order() {
        Map<String, Set<String>> open = all();
        List<String> order = new ArrayList<>();
        while (!open.isEmpty()) {
            List<String> free = open.entrySet().stream()
                    .filter(entry -> order.containsAll(entry.getValue()))
                    .map(Map.Entry::getKey)
                    .toList();
            order.addAll(free);
            free.forEach(open::remove);
        }
        return order;
    }

    void check() {
        Set<String> inResources = new TreeSet<>();
        template.resources().values().forEach(resource -> {
            inResources.addAll(unknown(List.of(resource.properties())));
            resource.dependsOn().stream()
                    .filter(id -> !template.resources().containsKey(id))
                    .forEach(inResources::add);
        });
        refuse(inResources, "Resources");
        List<JsonValue> outputs = new ArrayList<>();
        template.outputs().values().forEach(output -> {
            outputs.add(output.value());
            output.exportName().ifPresent(outputs::add);
        });
        refuse(unknown(outputs), "Outputs");
        refuseCycle();
    }

    private Set<String> unknown(List<JsonValue> values) {
        Set<String> unknown = new TreeSet<>();
        for (JsonValue value : values) {
            for (Reference reference : References.in(value)) {
                if (reference.attribute().isEmpty() ? !known(reference.name()) : !attribute(reference)) {
                    unknown.add(reference.name());
                }
            }
        }
        return unknown;
    }

    private boolean known(String name) {
        return PSEUDO.contains(name)
                || template.parameters().containsKey(name)
                || template.resources().containsKey(name);
    }

    private boolean attribute(Reference reference) {
        Template.Resource resource = template.resources().get(reference.name());
        if (resource == null) {
            return false;
        }
        if (!resource.type().attributes().contains(reference.attribute())) {
            throw ServiceError.validation("Template error: resource %s does not support attribute type %s in Fn::GetAtt"
                    .formatted(reference.name(), reference.attribute()));
        }
        return true;
    }

    private static void refuse(Set<String> unknown, String block) {
        if (!unknown.isEmpty()) {
            throw ServiceError.validation("Template format error: Unresolved resource dependencies " + unknown
                    + " in the " + block + " block of the template");
        }
    }

    private void refuseCycle() {
        Map<String, Set<String>> open = all();
        boolean progress = true;
        while (progress) {
            List<String> free = open.entrySet().stream()
                    .filter(entry -> entry.getValue().isEmpty())
                    .map(Map.Entry::getKey)
                    .toList();
            free.forEach(open::remove);
            open.values().forEach(needs -> needs.removeAll(free));
            progress = !free.isEmpty();
        }
        if (!open.isEmpty()) {
            throw ServiceError.validation("Circular dependency between resources: " + new TreeSet<>(open.keySet()));
        }
    }
}
