// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.deploy;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudformation.model.HookFailureMode;
import software.amazon.awssdk.services.cloudformation.model.OperationEvent;
import software.amazon.awssdk.services.cloudformation.model.Output;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackResource;
import software.amazon.awssdk.services.cloudformation.model.Tag;

/** Turns the SDK's answers into this package's values. Statuses stay text: the SDK's enums forget those of tomorrow. */
final class Snapshots {
    private Snapshots() {}

    static StackSnapshot stack(Stack stack) {
        Map<String, String> outputs = new LinkedHashMap<>();
        for (Output output : stack.outputs()) {
            outputs.put(output.outputKey(), output.outputValue());
        }
        Map<String, String> tags = new LinkedHashMap<>();
        for (Tag tag : stack.tags()) {
            tags.put(tag.key(), tag.value());
        }
        return StackSnapshot.builder()
                .name(text(stack.stackName()))
                .id(text(stack.stackId()))
                .status(text(stack.stackStatusAsString()))
                .statusReason(Optional.ofNullable(stack.stackStatusReason()))
                .lastUpdated(Optional.ofNullable(stack.lastUpdatedTime()))
                .tags(tags)
                .outputs(outputs)
                .parameters(stack.parameters().stream()
                        .map(parameter -> text(parameter.parameterKey()))
                        .toList())
                .terminationProtected(Boolean.TRUE.equals(stack.enableTerminationProtection()))
                .operations(stack.lastOperations().stream()
                        .filter(operation -> operation.operationId() != null)
                        .map(operation ->
                                OperationId.of(text(operation.operationTypeAsString()), operation.operationId()))
                        .toList())
                .build();
    }

    static ResourceSnapshot resource(StackResource resource) {
        return ResourceSnapshot.builder()
                .logicalId(text(resource.logicalResourceId()))
                .type(text(resource.resourceType()))
                .physicalId(Optional.ofNullable(resource.physicalResourceId()).filter(id -> !id.isEmpty()))
                .status(text(resource.resourceStatusAsString()))
                .build();
    }

    static StackEvent event(software.amazon.awssdk.services.cloudformation.model.StackEvent event) {
        StackEvent built = StackEvent.builder()
                .id(text(event.eventId()))
                .time(time(event.timestamp()))
                .logicalId(text(event.logicalResourceId()))
                .resourceType(text(event.resourceType()))
                .status(text(event.resourceStatusAsString()))
                .reason(Optional.ofNullable(event.resourceStatusReason()))
                .clientRequestToken(Optional.ofNullable(event.clientRequestToken()))
                .build();
        boolean refused = isHookFailure(event.hookType(), event.hookStatusAsString(), event.hookFailureMode());
        return refused ? ofHook(built, event.hookType(), event.hookStatusAsString(), event.hookStatusReason()) : built;
    }

    /** An early validation has no resource status: it failed before there was a resource. */
    static StackEvent event(OperationEvent event) {
        String status = event.validationName() == null ? text(event.resourceStatusAsString()) : validation(event);
        StackEvent built = StackEvent.builder()
                .id(text(event.eventId()))
                .time(time(event.timestamp()))
                .logicalId(text(event.logicalResourceId()))
                .resourceType(text(event.resourceType()))
                .status(status)
                .reason(Optional.ofNullable(event.validationStatusReason())
                        .or(() -> Optional.ofNullable(event.hookStatusReason()))
                        .or(() -> Optional.ofNullable(event.resourceStatusReason())))
                .clientRequestToken(Optional.ofNullable(event.clientRequestToken()))
                .build();
        boolean refused = isHookFailure(event.hookType(), event.hookStatusAsString(), event.hookFailureMode());
        return refused ? ofHook(built, event.hookType(), event.hookStatusAsString(), event.hookStatusReason()) : built;
    }

    /** A hook that only warns stops nothing. */
    private static boolean isHookFailure(
            @Nullable String type, @Nullable String status, @Nullable HookFailureMode mode) {
        return type != null && text(status).endsWith("_FAILED") && mode != HookFailureMode.WARN;
    }

    /** What failed is the hook; the resource, or the stack, only met it and may have no status of its own. */
    private static StackEvent ofHook(
            StackEvent event, @Nullable String type, @Nullable String status, @Nullable String reason) {
        return StackEvent.builder()
                .from(event)
                .resourceType(text(type))
                .status(text(status))
                .reason(Optional.ofNullable(reason).or(event::reason))
                .build();
    }

    private static String validation(OperationEvent event) {
        String outcome = HookFailureMode.WARN == event.validationFailureMode()
                ? "WARNING"
                : text(event.validationStatusAsString());
        return event.validationName() + "_" + outcome;
    }

    private static Instant time(@Nullable Instant time) {
        return time == null ? Instant.EPOCH : time;
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
