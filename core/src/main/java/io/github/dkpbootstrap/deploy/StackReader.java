// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.deploy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.DescribeStackEventsRequest;
import software.amazon.awssdk.services.cloudformation.model.DescribeStackEventsResponse;
import software.amazon.awssdk.services.cloudformation.model.Output;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackResource;
import software.amazon.awssdk.services.cloudformation.model.Tag;

/** Reads stacks: the calls that change nothing. */
public final class StackReader {
    private final CloudFormationClient client;

    private StackReader(CloudFormationClient client) {
        this.client = client;
    }

    /** Returns a reader that uses {@code client}. */
    public static StackReader of(CloudFormationClient client) {
        return new StackReader(client);
    }

    /** Returns the stack with this name or id; nothing where CloudFormation knows none. */
    public Optional<StackSnapshot> find(String nameOrId) {
        try {
            return client.describeStacks(r -> r.stackName(nameOrId)).stacks().stream()
                    .findFirst()
                    .map(StackReader::snapshot);
        } catch (CloudFormationException e) {
            if (isMissing(e)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Returns the name of the stack that owns the resource with this physical id, in this Region. */
    public Optional<String> ownerOf(String physicalId) {
        try {
            return client.describeStackResources(r -> r.physicalResourceId(physicalId)).stackResources().stream()
                    .findFirst()
                    .map(StackResource::stackName);
        } catch (CloudFormationException e) {
            if (isMissing(e)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Returns the text of the stack's template as it was submitted. */
    public String template(String stackId) {
        return client.getTemplate(r -> r.stackName(stackId)).templateBody();
    }

    /** Returns the physical ids of the stack's resources by logical id. */
    public Map<String, String> physicalIds(String stackId) {
        return client.describeStackResources(r -> r.stackName(stackId)).stackResources().stream()
                .filter(resource -> resource.physicalResourceId() != null)
                .collect(Collectors.toMap(StackResource::logicalResourceId, StackResource::physicalResourceId));
    }

    /** Returns the events newer than the one with the id {@code lastSeen}, oldest first; all where it is empty. */
    List<StackEvent> eventsAfter(String stackId, String lastSeen) {
        List<StackEvent> newestFirst = new ArrayList<>();
        String page = null;
        do {
            String token = page;
            DescribeStackEventsResponse response = client.describeStackEvents(DescribeStackEventsRequest.builder()
                    .stackName(stackId)
                    .nextToken(token)
                    .build());
            for (var event : response.stackEvents()) {
                if (event.eventId().equals(lastSeen)) {
                    return reversed(newestFirst);
                }
                newestFirst.add(event(event));
            }
            page = response.nextToken();
        } while (page != null);
        return reversed(newestFirst);
    }

    private static boolean isMissing(CloudFormationException e) {
        return e.awsErrorDetails() != null
                && "ValidationError".equals(e.awsErrorDetails().errorCode())
                && String.valueOf(e.awsErrorDetails().errorMessage()).contains("does not exist");
    }

    private static List<StackEvent> reversed(List<StackEvent> events) {
        List<StackEvent> copy = new ArrayList<>(events);
        Collections.reverse(copy);
        return copy;
    }

    private static StackEvent event(software.amazon.awssdk.services.cloudformation.model.StackEvent event) {
        return StackEvent.builder()
                .id(event.eventId())
                .time(event.timestamp())
                .logicalId(String.valueOf(event.logicalResourceId()))
                .resourceType(String.valueOf(event.resourceType()))
                .status(String.valueOf(event.resourceStatusAsString()))
                .reason(Optional.ofNullable(event.resourceStatusReason()))
                .clientRequestToken(Optional.ofNullable(event.clientRequestToken()))
                .build();
    }

    private static StackSnapshot snapshot(Stack stack) {
        Map<String, String> outputs = new LinkedHashMap<>();
        for (Output output : stack.outputs()) {
            outputs.put(output.outputKey(), output.outputValue());
        }
        return StackSnapshot.builder()
                .name(stack.stackName())
                .id(stack.stackId())
                .status(stack.stackStatusAsString())
                .statusReason(Optional.ofNullable(stack.stackStatusReason()))
                .tags(stack.tags().stream().collect(Collectors.toMap(Tag::key, Tag::value)))
                .outputs(outputs)
                .terminationProtected(Boolean.TRUE.equals(stack.enableTerminationProtection()))
                .build();
    }
}
