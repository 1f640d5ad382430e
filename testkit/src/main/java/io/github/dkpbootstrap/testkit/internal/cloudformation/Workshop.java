// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.cloudformation;

import io.github.dkpbootstrap.policy.JsonValue;
import io.github.dkpbootstrap.policy.JsonValue.JsonArray;
import io.github.dkpbootstrap.policy.JsonValue.JsonObject;
import io.github.dkpbootstrap.testkit.EarlyValidation;
import io.github.dkpbootstrap.testkit.internal.Account;
import io.github.dkpbootstrap.testkit.internal.Ids;
import io.github.dkpbootstrap.testkit.internal.Timeline;
import io.github.dkpbootstrap.testkit.internal.cloudformation.References.Reference;
import io.github.dkpbootstrap.testkit.internal.fault.Trouble;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What the operations on one stack do to its resources. */
final class Workshop {
    private static final int RANDOM_CHARACTERS = 12;

    private final Stack stack;
    private final StackStore stacks;
    private final Timeline timeline;
    private final IamClient iam;
    private final Account account;
    private final EarlyValidation earlyValidation;
    private final Trouble.Source troubles;

    Workshop(
            Stack stack,
            StackStore stacks,
            Timeline timeline,
            IamClient iam,
            Account account,
            Trouble.Source troubles,
            EarlyValidation earlyValidation) {
        this.stack = stack;
        this.stacks = stacks;
        this.timeline = timeline;
        this.iam = iam;
        this.account = account;
        this.earlyValidation = earlyValidation;
        this.troubles = troubles;
    }

    Stack stack() {
        return stack;
    }

    Timeline timeline() {
        return timeline;
    }

    /** Returns what goes wrong with the resource that something has just begun to be done to. */
    Trouble trouble(String logicalId) {
        return troubles.next(stack.name(), logicalId, stack.phase(logicalId));
    }

    void transition(String status) {
        stack.transition(status, Optional.empty(), timeline.now());
    }

    void transition(String status, String reason) {
        stack.transition(status, reason, timeline.now());
    }

    /** Returns an operation that CloudFormation starts by itself, for the caller of the one before. */
    OperationEntry nextOperation(OperationKind kind) {
        Optional<String> token = stack.operations().current().flatMap(OperationEntry::token);
        return new OperationEntry(kind, token, timeline.now());
    }

    void event(StackResource resource, String status) {
        stack.event(resource, status, Optional.empty(), timeline.now());
    }

    void event(StackResource resource, String status, String reason) {
        event(resource, status, Optional.of(reason));
    }

    void event(StackResource resource, String status, Optional<String> reason) {
        stack.event(resource, status, reason, timeline.now());
    }

    /**
     * Returns what early validation finds wrong with settings, nothing if it is off.
     *
     * @param leftOut resources whose names may be taken, because they are to be imported
     */
    List<Finding> findings(StackSettings target, Set<String> leftOut) {
        return earlyValidation == EarlyValidation.ON ? new EarlyChecks(this).findings(target, leftOut) : List.of();
    }

    /** Runs early validation of the stack's settings as part of the running operation; returns whether all is well. */
    boolean validates() {
        List<Finding> findings = findings(stack.settings(), Set.of());
        stack.operations()
                .current()
                .ifPresent(entry ->
                        findings.forEach(finding -> stack.operations().rejected(entry, finding, timeline.now())));
        return findings.isEmpty();
    }

    /** Returns whether the caller may look at a resource. */
    boolean mayRead(ResourceType type, String physicalId) {
        try {
            type.requireRead(iam, physicalId);
            return true;
        } catch (ResourceFailure denied) {
            return false;
        }
    }

    /** Returns the properties that the stack's settings give a resource, as far as what they refer to is there. */
    Properties wanted(String logicalId) {
        return wanted(logicalId, stack.settings(), resolver(stack.settings()));
    }

    /** Returns the properties that other settings give a resource. */
    Properties wanted(String logicalId, StackSettings settings, Resolver resolver) {
        Template.Resource declared = settings.template().resources().get(logicalId);
        if (declared == null) {
            return Properties.NONE;
        }
        Properties resolved = new Properties(resolver.object(declared.properties()));
        return declared.type().takesStackTags() ? resolved.withTags(settings.tags()) : resolved;
    }

    Resolver resolver(StackSettings settings) {
        return new Resolver(reference -> value(settings, reference));
    }

    /** Creates a resource; its physical id is known, and an event says so, as soon as there is something. */
    void create(StackResource resource, Properties properties, String initiated, String reason) {
        validate(resource, properties);
        String name = properties.string(resource.type().nameProperty()).orElseGet(() -> invented(resource));
        resource.setProperties(properties);
        stacks.owner(resource.type(), name).filter(owner -> owner != stack).ifPresent(owner -> {
            throw new ResourceFailure(name + " already exists in stack " + owner.id());
        });
        resource.type().conflict(name).ifPresent(conflict -> {
            throw new ResourceFailure(conflict);
        });
        resource.type().create(iam, name, properties, id -> {
            resource.setPhysicalId(id);
            event(resource, initiated, reason);
        });
    }

    /** Fails, if something cannot be imported: it is not there, or a stack has it. */
    void refuseImport(ResourceType type, String physicalId) {
        type.read(iam, physicalId);
        stacks.owner(type, physicalId).ifPresent(owner -> {
            throw new ResourceFailure(physicalId + " already exists in stack " + owner.id());
        });
    }

    /** Takes something that exists into the stack as it is; only the tags of the stack are put on it. */
    void adopt(StackResource resource, String physicalId) {
        Properties wanted = wanted(resource.logicalId());
        validate(resource, wanted);
        refuseImport(resource.type(), physicalId);
        resource.setProperties(wanted);
        resource.adopt(physicalId);
        event(resource, "IMPORT_IN_PROGRESS");
        event(resource, "IMPORT_COMPLETE", "Resource import completed.");
        event(resource, "UPDATE_IN_PROGRESS", "Apply stack-level tags to imported resource if applicable.");
        StackSettings settings = stack.settings();
        StackSettings untagged =
                new StackSettings(settings.template(), settings.parameters(), Map.of(), settings.capabilities());
        Properties own = wanted(resource.logicalId(), untagged, resolver(settings));
        resource.type().update(iam, physicalId, own, wanted);
    }

    /** Lets go of something that was imported; it stays as it is. */
    void release(StackResource resource) {
        try {
            resource.physicalId().ifPresent(id -> resource.type().read(iam, id));
        } catch (Gone e) {
            // There is nothing left to let go of.
        }
    }

    void update(StackResource resource, Properties before, Properties after) {
        validate(resource, after);
        resource.setProperties(after);
        resource.physicalId().ifPresent(id -> resource.type().update(iam, id, before, after));
    }

    void delete(StackResource resource) {
        resource.physicalId().ifPresent(id -> resource.type().delete(iam, id, resource.properties()));
    }

    /** Computes the outputs anew. */
    void computeOutputs() {
        stack.outputs().clear();
        Resolver resolver = resolver(stack.settings());
        stack.settings()
                .template()
                .outputs()
                .forEach((name, output) -> stack.outputs().put(name, resolver.text(output.value())));
    }

    private String invented(StackResource resource) {
        String random = "-" + Ids.base32(RANDOM_CHARACTERS);
        int room = resource.type().maxName() - random.length();
        String name = stack.name() + "-" + resource.logicalId();
        return name.substring(0, Math.min(room, name.length())) + random;
    }

    private static void validate(StackResource resource, Properties properties) {
        List<String> problems = properties.problems(resource.type());
        if (!problems.isEmpty()) {
            throw new ResourceFailure("Properties validation failed for resource %s with message:%n[%s]"
                    .formatted(resource.logicalId(), String.join(", ", problems)));
        }
    }

    /** Returns what a reference stands for, as far as it is there. */
    Optional<JsonValue> value(StackSettings settings, Reference reference) {
        String name = reference.name();
        Optional<StackResource> resource =
                stack.resource(name).filter(r -> r.physicalId().isPresent());
        if (!reference.attribute().isEmpty()) {
            return Optional.of(JsonValue.of(resource.flatMap(
                            r -> r.type().attribute(r.physicalId().orElse(""), reference.attribute()))
                    .orElse(name + "." + reference.attribute())));
        }
        Template.Parameter parameter = settings.template().parameters().get(name);
        if (parameter != null) {
            String given = settings.parameters().getOrDefault(name, "");
            return Optional.of(parameter.isList() ? list(given) : JsonValue.of(given));
        }
        return name.startsWith("AWS::")
                ? pseudo(name)
                : Optional.of(
                        JsonValue.of(resource.flatMap(StackResource::physicalId).orElse(name)));
    }

    private Optional<JsonValue> pseudo(String name) {
        return switch (name) {
            case "AWS::NoValue" -> Optional.empty();
            case "AWS::AccountId" -> Optional.of(JsonValue.of(account.id()));
            case "AWS::Partition" -> Optional.of(JsonValue.of(account.partition()));
            case "AWS::Region" -> Optional.of(JsonValue.of(stack.region()));
            case "AWS::StackName" -> Optional.of(JsonValue.of(stack.name()));
            case "AWS::StackId" -> Optional.of(JsonValue.of(stack.id()));
            case "AWS::URLSuffix" -> Optional.of(JsonValue.of(account.urlSuffix()));
            default -> Optional.of(new JsonArray(List.of()));
        };
    }

    private static JsonValue list(String text) {
        return JsonValue.ofStrings(text.isEmpty() ? List.of() : List.of(text.split("\\s*,\\s*")));
    }

    /** Returns whether other settings make no difference to the stack. */
    boolean isUpToDate(StackSettings wanted) {
        StackSettings current = stack.settings();
        // What failed is to be tried again, though nothing else is asked for.
        return !stack.status().endsWith("_FAILED")
                && comparable(current).equals(comparable(wanted))
                && current.parameters().equals(wanted.parameters())
                && current.tags().equals(wanted.tags());
    }

    /** Returns metadata and properties of all resources as the settings have them: what an update compares. */
    private Map<String, JsonValue> comparable(StackSettings settings) {
        Resolver resolver = resolver(settings);
        Map<String, JsonValue> all = new TreeMap<>();
        settings.template().resources().forEach((id, resource) -> {
            all.put(id + " type", JsonValue.of(resource.type().name()));
            all.put(id + " deletion policy", JsonValue.of(resource.deletionPolicy()));
            all.put(id, resolver.object(resource.properties()));
            resource.metadata().ifPresent(metadata -> all.put(id + " metadata", metadata));
        });
        settings.template().outputs().forEach((name, output) -> {
            Map<String, JsonValue> members = new TreeMap<>();
            members.put("Value", JsonValue.of(resolver.text(output.value())));
            output.description().ifPresent(text -> members.put("Description", JsonValue.of(text)));
            output.exportName().ifPresent(text -> members.put("Export", JsonValue.of(resolver.text(text))));
            all.put(name + " output", new JsonObject(members));
        });
        return all;
    }
}
