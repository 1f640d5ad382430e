// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.catalogue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.github.dkpbootstrap.policy.InvalidCatalogueException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a service of AWS's service reference. What it does not know is skipped; a condition key of a type that it does not
 * know, or that is named without being described, is taken as one text.
 */
final class ServiceReferenceReader {
    private static final JsonFactory JSON =
            JsonFactory.builder().disable(StreamReadFeature.AUTO_CLOSE_SOURCE).build();

    private final JsonMembers json;
    private final List<ReferenceAction> actions = new ArrayList<>();
    private final List<ResourceTypeEntry> types = new ArrayList<>();
    private final Map<String, ConditionKeyEntry> keys = new LinkedHashMap<>();
    private String prefix = "";

    private ServiceReferenceReader(JsonParser parser) {
        this.json = new JsonMembers(parser);
    }

    static ServiceEntry read(InputStream in) {
        try (JsonParser parser = JSON.createParser(in)) {
            ServiceReferenceReader reader = new ServiceReferenceReader(parser);
            reader.json.object(reader::member);
            return reader.service();
        } catch (JsonProcessingException e) {
            throw new InvalidCatalogueException("The service reference is no JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new UncheckedIOException("The service reference cannot be read", e);
        }
    }

    private ServiceEntry service() {
        types.forEach(type -> type.conditionKeys().forEach(this::mention));
        actions.forEach(action -> action.conditionKeys().forEach(this::mention));
        return ServiceEntry.of(
                prefix,
                actions.stream().map(action -> action.entry(prefix)).toList(),
                types,
                List.copyOf(keys.values()));
    }

    private void mention(String key) {
        keys.computeIfAbsent(key, name -> ConditionKeyEntry.of(name, ConditionKeyType.STRING));
    }

    private void member(String name) throws IOException {
        switch (name) {
            case "Name" -> prefix = json.text();
            case "Actions" -> actions();
            case "Resources" -> resourceTypes();
            case "ConditionKeys" -> conditionKeys();
            default -> json.skip();
        }
    }

    private void actions() throws IOException {
        json.objects(
                () -> actions.add(new ReferenceAction()),
                name -> actions.get(actions.size() - 1).member(name, json),
                () -> {});
    }

    private void resourceTypes() throws IOException {
        ReferenceResourceType type = new ReferenceResourceType();
        json.objects(type::clear, name -> type.member(name, json), () -> types.add(type.entry()));
    }

    private void conditionKeys() throws IOException {
        ReferenceConditionKey key = new ReferenceConditionKey();
        json.objects(key::clear, name -> key.member(name, json), () -> keys.put(key.name(), key.entry()));
    }
}
