// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import io.github.dkpbootstrap.policy.JsonLayout;
import io.github.dkpbootstrap.policy.JsonValue;
import io.github.dkpbootstrap.policy.JsonValue.JsonObject;
import io.github.dkpbootstrap.policy.JsonValue.JsonString;
import io.github.dkpbootstrap.policy.PolicyException;
import io.github.dkpbootstrap.template.TemplateRenderer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudformation.model.ChangeAction;
import software.amazon.awssdk.services.cloudformation.model.RequiresRecreation;
import software.amazon.awssdk.services.cloudformation.model.ResourceChange;
import software.amazon.awssdk.services.cloudformation.model.ResourceChangeDetail;
import software.amazon.awssdk.services.cloudformation.model.ResourceTargetDefinition;

/** Reads the changes of a plan from CloudFormation's change set. */
final class PlannedChanges {
    private static final Map<String, String> TYPES = Map.of(
            TemplateRenderer.PROFILE, "AWS::IAM::InstanceProfile",
            TemplateRenderer.POLICY, "AWS::IAM::ManagedPolicy",
            TemplateRenderer.ROLE, "AWS::IAM::Role");

    private PlannedChanges() {}

    static List<PlannedChange> of(List<ResourceChange> changes) {
        return changes.stream().map(PlannedChanges::change).toList();
    }

    /** Returns what making the stack does, where there can be no change set to tell. */
    static List<PlannedChange> ofWholeStack() {
        return TYPES.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(resource -> PlannedChange.builder()
                        .action(PlannedChange.Action.ADD)
                        .logicalId(resource.getKey())
                        .type(resource.getValue())
                        .build())
                .toList();
    }

    private static PlannedChange change(ResourceChange change) {
        return PlannedChange.builder()
                .action(action(String.valueOf(change.actionAsString())))
                .logicalId(String.valueOf(change.logicalResourceId()))
                .type(String.valueOf(change.resourceType()))
                .physicalId(Optional.ofNullable(change.physicalResourceId()))
                .replacement(replacement(String.valueOf(change.replacementAsString())))
                .properties(properties(change))
                .build();
    }

    /** Of what is made CloudFormation gives no details, but all of it as one document. */
    private static List<PropertyChange> properties(ResourceChange change) {
        if (change.details().isEmpty() && change.action() == ChangeAction.ADD) {
            return properties(change.afterContext());
        }
        return change.details().stream()
                .map(ResourceChangeDetail::target)
                .filter(target -> target != null)
                .map(PlannedChanges::property)
                .distinct()
                .toList();
    }

    private static List<PropertyChange> properties(@Nullable String context) {
        try {
            return context != null
                            && JsonValue.parse(context) instanceof JsonObject whole
                            && whole.members().get("Properties") instanceof JsonObject properties
                    ? properties.members().entrySet().stream()
                            .map(property -> added(property.getKey(), property.getValue()))
                            .toList()
                    : List.of();
        } catch (PolicyException e) {
            return List.of();
        }
    }

    private static PropertyChange added(String name, JsonValue value) {
        return PropertyChange.builder()
                .path("/Properties/" + name)
                .after(value instanceof JsonString text ? text.value() : value.toJson(JsonLayout.MINIFIED))
                .replacement(Replacement.NEVER)
                .build();
    }

    private static PlannedChange.Action action(String action) {
        return switch (action) {
            case "Add" -> PlannedChange.Action.ADD;
            case "Modify" -> PlannedChange.Action.MODIFY;
            case "Remove" -> PlannedChange.Action.REMOVE;
            case "Import" -> PlannedChange.Action.IMPORT;
            default -> PlannedChange.Action.UNKNOWN;
        };
    }

    private static Replacement replacement(String replacement) {
        return switch (replacement) {
            case "True" -> Replacement.ALWAYS;
            case "Conditional" -> Replacement.POSSIBLY;
            default -> Replacement.NEVER;
        };
    }

    private static PropertyChange property(ResourceTargetDefinition target) {
        String attribute = String.valueOf(target.attributeAsString());
        String named = target.name() == null ? attribute : "/" + attribute + "/" + target.name();
        return PropertyChange.builder()
                .path(target.path() == null ? named : target.path())
                .before(Optional.ofNullable(target.beforeValue()))
                .after(Optional.ofNullable(target.afterValue()))
                .replacement(recreation(target.requiresRecreation()))
                .build();
    }

    private static Replacement recreation(@Nullable RequiresRecreation recreation) {
        return recreation == RequiresRecreation.ALWAYS
                ? Replacement.ALWAYS
                : recreation == RequiresRecreation.CONDITIONALLY ? Replacement.POSSIBLY : Replacement.NEVER;
    }
}
