// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes the lines of one service; sets of condition keys are numbered in the order in which they are first needed. */
final class ServiceWriter {
    private final ServiceEntry service;
    private final Consumer<String[]> lines;
    private final Map<String, Integer> keys;
    private final Map<String, Integer> types;
    private final Map<List<String>, Integer> sets = new LinkedHashMap<>(Map.of(List.of(), 0));

    ServiceWriter(ServiceEntry service, Consumer<String[]> lines) {
        this.service = service;
        this.lines = lines;
        this.keys = numbers(service.conditionKeys(), ConditionKeyEntry::name);
        this.types = numbers(service.resourceTypes(), ResourceTypeEntry::name);
    }

    void write() {
        line(CatalogueFormat.SERVICE, service.prefix());
        service.conditionKeys().forEach(key -> line(CatalogueFormat.KEY, key.name(), CatalogueFormat.type(key)));
        List<String[]> body = new ArrayList<>();
        service.resourceTypes().forEach(type -> body.add(resourceType(type)));
        service.actions().forEach(action -> body.add(action(action)));
        sets.keySet().stream().skip(1).forEach(set -> line(CatalogueFormat.SET, numbers(set)));
        body.forEach(lines);
    }

    private String[] resourceType(ResourceTypeEntry type) {
        List<String> fields =
                new ArrayList<>(List.of(CatalogueFormat.RESOURCE_TYPE, type.name(), set(type.conditionKeys())));
        fields.addAll(type.arnTemplates());
        return fields.toArray(String[]::new);
    }

    private String[] action(ActionEntry action) {
        List<String> fields = new ArrayList<>(List.of(CatalogueFormat.ACTION, action.name()));
        fields.add(CatalogueFormat.code(action.accessLevel()));
        fields.add(set(action.conditionKeys()));
        action.resources().forEach(resource -> fields.add(resource(resource)));
        return fields.toArray(String[]::new);
    }

    private String resource(ActionResource resource) {
        return types.get(Names.key(resource.type()))
                + (resource.isRequired() ? "!:" : ":")
                + set(resource.conditionKeys());
    }

    private String set(List<String> names) {
        return String.valueOf(sets.computeIfAbsent(names, set -> sets.size()));
    }

    private String numbers(List<String> set) {
        return set.stream()
                .map(name -> String.valueOf(keys.get(Names.key(name))))
                .collect(Collectors.joining(","));
    }

    private void line(String... fields) {
        lines.accept(fields);
    }

    private static <T> Map<String, Integer> numbers(List<T> entries, Function<T, String> name) {
        Map<String, Integer> numbers = new HashMap<>();
        entries.forEach(entry -> numbers.put(Names.key(name.apply(entry)), numbers.size()));
        return numbers;
    }
}
