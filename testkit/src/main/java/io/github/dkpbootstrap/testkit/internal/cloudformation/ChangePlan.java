// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.cloudformation;

import io.github.dkpbootstrap.policy.JsonValue;
import io.github.dkpbootstrap.policy.JsonValue.JsonArray;
import io.github.dkpbootstrap.policy.JsonValue.JsonBoolean;
import io.github.dkpbootstrap.policy.JsonValue.JsonNumber;
import io.github.dkpbootstrap.policy.JsonValue.JsonObject;
import io.github.dkpbootstrap.testkit.internal.cloudformation.References.Reference;
import io.github.dkpbootstrap.testkit.internal.cloudformation.ResourceChange.Action;
import io.github.dkpbootstrap.testkit.internal.cloudformation.ResourceChange.Replacement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What becomes of each resource of a stack if it gets other settings.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-updating-stacks-changesets-samples.html">
 *     Example change sets</a>
 */
final class ChangePlan {
    /** What stands for a value that is known only afterwards. */
    static final JsonValue KNOWN_AFTER_APPLY = JsonValue.of("{{changeSet:KNOWN_AFTER_APPLY}}");

    private final Workshop workshop;
    private final Stack stack;
    private final StackSettings target;
    private final Map<String, String> imports;
    private final Function<StackResource, Optional<StackResource>> sight;
    private final Set<String> unsettled = new LinkedHashSet<>();
    private final Resolver resolver;

    /**
     * Creates a plan.
     *
     * @param imports the physical ids of what is imported, by logical id
     */
    ChangePlan(Workshop workshop, StackSettings target, Map<String, String> imports) {
        this(workshop, target, imports, Optional::of);
    }

    /**
     * Creates a plan.
     *
     * @param imports the physical ids of what is imported, by logical id
     * @param sight what to take the resources of the stack for
     */
    ChangePlan(
            Workshop workshop,
            StackSettings target,
            Map<String, String> imports,
            Function<StackResource, Optional<StackResource>> sight) {
        this.workshop = workshop;
        this.stack = workshop.stack();
        this.target = target;
        this.imports = imports;
        this.sight = sight;
        this.resolver = new Resolver(this::value);
    }

    private Optional<JsonValue> value(Reference reference) {
        if (unsettled.contains(reference.name())) {
            return Optional.of(KNOWN_AFTER_APPLY);
        }
        Optional<String> imported = Optional.ofNullable(imports.get(reference.name()));
        if (imported.isEmpty()) {
            return workshop.value(target, reference);
        }
        return imported.flatMap(physicalId -> reference.attribute().isEmpty()
                        ? imported
                        : declared(target, reference.name())
                                .flatMap(declared -> declared.type().attribute(physicalId, reference.attribute())))
                .map(JsonValue::of);
    }

    /** Returns the changes: those of the template in its order, then what it no longer has. */
    List<ResourceChange> changes() {
        Map<String, ResourceChange> found = new LinkedHashMap<>();
        for (String id : new Dependencies(target.template()).order()) {
            change(id, declared(target, id).orElseThrow()).ifPresent(change -> found.put(id, change));
        }
        List<ResourceChange> changes = new ArrayList<>();
        target.template()
                .resources()
                .keySet()
                .forEach(id -> Optional.ofNullable(found.get(id)).ifPresent(changes::add));
        stack.resources().stream()
                .filter(resource -> existing(resource.logicalId()).isPresent())
                .filter(resource -> declared(target, resource.logicalId()).isEmpty())
                .forEach(resource -> changes.add(removal(resource)));
        return changes;
    }

    private Optional<ResourceChange> change(String id, Template.Resource declared) {
        Optional<StackResource> existing = existing(id).flatMap(sight);
        if (existing.isPresent()) {
            return modification(existing.get(), declared);
        }
        Properties wanted = workshop.wanted(id, target, resolver);
        Optional<String> imported = Optional.ofNullable(imports.get(id));
        if (imported.isEmpty()) {
            unsettled.add(id);
        }
        return Optional.of(new ResourceChange(
                imported.isPresent() ? Action.IMPORT : Action.ADD,
                id,
                imported,
                declared.type(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.of(context(wanted, Optional.of(declared)))));
    }

    private Optional<ResourceChange> modification(StackResource resource, Template.Resource declared) {
        String id = resource.logicalId();
        Properties wanted = workshop.wanted(id, target, resolver);
        Optional<Template.Resource> before = declared(stack.settings(), id);
        List<ChangeDetail> details =
                new ChangeDetails(stack.settings(), target, unsettled).of(resource, wanted, before, declared);
        if (details.isEmpty()) {
            return Optional.empty();
        }
        Replacement replacement = replacement(details);
        if (replacement != Replacement.FALSE) {
            unsettled.add(id);
        }
        String fate = resource.deletionPolicy().equals("Delete") ? "ReplaceAndDelete" : "ReplaceAndRetain";
        return Optional.of(new ResourceChange(
                Action.MODIFY,
                id,
                resource.physicalId(),
                declared.type(),
                replacement == Replacement.FALSE ? Optional.empty() : Optional.of(fate),
                Optional.of(replacement),
                details,
                Optional.of(context(resource.properties(), before)),
                Optional.of(context(wanted, Optional.of(declared)))));
    }

    private static Replacement replacement(List<ChangeDetail> details) {
        List<ChangeDetail> recreating = details.stream()
                .filter(detail -> detail.recreation().equals("Always"))
                .toList();
        if (recreating.isEmpty()) {
            return Replacement.FALSE;
        }
        return recreating.stream().anyMatch(detail -> detail.value().isKnown())
                ? Replacement.TRUE
                : Replacement.CONDITIONAL;
    }

    private ResourceChange removal(StackResource resource) {
        return new ResourceChange(
                Action.REMOVE,
                resource.logicalId(),
                resource.physicalId(),
                resource.type(),
                Optional.of(resource.deletionPolicy().equals("Delete") ? "Delete" : "Retain"),
                Optional.empty(),
                List.of(),
                Optional.of(context(resource.properties(), declared(stack.settings(), resource.logicalId()))),
                Optional.empty());
    }

    private Optional<StackResource> existing(String id) {
        return stack.resource(id).filter(resource -> resource.physicalId().isPresent() && !resource.isDeleted());
    }

    private static Optional<Template.Resource> declared(StackSettings settings, String id) {
        return Optional.ofNullable(settings.template().resources().get(id));
    }

    private static JsonObject context(Properties properties, Optional<Template.Resource> declared) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("Properties", asText(properties.json()));
        declared.flatMap(Template.Resource::metadata).ifPresent(metadata -> members.put("Metadata", metadata));
        declared.flatMap(Template.Resource::givenDeletionPolicy)
                .ifPresent(policy -> members.put("DeletionPolicy", JsonValue.of(policy)));
        return new JsonObject(members);
    }

    /** Contexts show every scalar as text. */
    private static JsonValue asText(JsonValue value) {
        if (value instanceof JsonNumber number) {
            return JsonValue.of(number.text());
        }
        if (value instanceof JsonBoolean bool) {
            return JsonValue.of(Boolean.toString(bool.value()));
        }
        if (value instanceof JsonArray array) {
            return new JsonArray(
                    array.elements().stream().map(ChangePlan::asText).toList());
        }
        if (value instanceof JsonObject object) {
            Map<String, JsonValue> members = new LinkedHashMap<>();
            object.members().forEach((name, member) -> members.put(name, asText(member)));
            return new JsonObject(members);
        }
        return value;
    }
}
