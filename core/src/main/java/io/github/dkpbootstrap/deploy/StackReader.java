// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.deploy;

import io.github.dkpbootstrap.BootstrapClients;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.DescribeEventsRequest;
import software.amazon.awssdk.services.cloudformation.model.DescribeEventsResponse;
import software.amazon.awssdk.services.cloudformation.model.DescribeStackEventsRequest;
import software.amazon.awssdk.services.cloudformation.model.DescribeStackEventsResponse;
import software.amazon.awssdk.services.cloudformation.model.DescribeStacksResponse;
import software.amazon.awssdk.services.cloudformation.model.GetTemplateResponse;
import software.amazon.awssdk.services.cloudformation.model.StackResource;

/**
 * Reads stacks: the calls that change nothing, repeated where they fail by a passing fault. Immutable and thread-safe.
 * What AWS refuses is thrown as the SDK's exception.
 */
public final class StackReader {
    private static final String VALIDATION_ERROR = "ValidationError";

    private final CloudFormationClient client;
    private final AwsCalls calls;

    private StackReader(CloudFormationClient client, AwsCalls calls) {
        this.client = client;
        this.calls = calls;
    }

    /** Returns a reader for what concerns {@code stack}. */
    public static StackReader of(BootstrapClients clients, String stack) {
        return new StackReader(clients.cloudFormation(), AwsCalls.about(stack, clients.sleeper()));
    }

    /** Returns a reader that tries once, for those who come back anyway. */
    public StackReader once() {
        return new StackReader(client, calls.once());
    }

    /** Returns the stack with this name or id; nothing where CloudFormation knows none. */
    public Optional<StackSnapshot> find(String nameOrId) {
        try {
            return calls.call(() -> described(client.describeStacks(r -> r.stackName(nameOrId)))).stacks().stream()
                    .map(Snapshots::stack)
                    .findFirst();
        } catch (CloudFormationException e) {
            return missing(e);
        }
    }

    /**
     * Returns the name of the stack that owns the resource of this type with this physical id, in this Region. A role and an
     * instance profile may have the same name.
     */
    public Optional<String> ownerOf(String physicalId, String type) {
        try {
            return calls
                    .call(() -> client.describeStackResources(r -> r.physicalResourceId(physicalId)))
                    .stackResources()
                    .stream()
                    .filter(resource -> physicalId.equals(resource.physicalResourceId()))
                    .filter(resource -> type.equals(resource.resourceType()))
                    .filter(resource -> Snapshots.resource(resource).isOwned())
                    .map(StackResource::stackName)
                    .findFirst();
        } catch (CloudFormationException e) {
            return missing(e);
        }
    }

    /** Returns the text of the stack's template as it was submitted. */
    public String template(String stackId) {
        return calls.call(() -> {
                    GetTemplateResponse response = client.getTemplate(r -> r.stackName(stackId));
                    if (response.templateBody() == null) {
                        throw PassingFault.lacking("the template");
                    }
                    return response;
                })
                .templateBody();
    }

    /** Returns the resources of the stack, those too that are no longer there. */
    public StackResources resources(String stackId) {
        return StackResources.of(
                calls.call(() -> client.describeStackResources(r -> r.stackName(stackId))).stackResources().stream()
                        .map(Snapshots::resource)
                        .toList());
    }

    /** Returns a page of the stack's events, newest first; {@code token} is null for the first page. */
    EventPage events(String stackId, @Nullable String token) {
        DescribeStackEventsRequest request = DescribeStackEventsRequest.builder()
                .stackName(stackId)
                .nextToken(token)
                .build();
        DescribeStackEventsResponse response = calls.call(() -> client.describeStackEvents(request));
        return new EventPage(
                response.stackEvents().stream().map(Snapshots::event).toList(),
                Optional.ofNullable(response.nextToken()));
    }

    /** Returns what failed in an operation, oldest first, early validation included. */
    List<StackEvent> failures(OperationId operation) {
        return failures(DescribeEventsRequest.builder().operationId(operation.id()));
    }

    /** Returns why a change set could not be made, oldest first, early validation included. */
    List<StackEvent> failuresOfChangeSet(String changeSetArn) {
        return failures(DescribeEventsRequest.builder().changeSetName(changeSetArn));
    }

    private List<StackEvent> failures(DescribeEventsRequest.Builder scope) {
        List<StackEvent> oldestFirst = new ArrayList<>();
        scope.filters(f -> f.failedEvents(true));
        PageCursor cursor = new PageCursor("failed events");
        DescribeEventsResponse response;
        do {
            DescribeEventsRequest request = scope.nextToken(cursor.token()).build();
            response = calls.call(() -> client.describeEvents(request));
            response.operationEvents().forEach(event -> oldestFirst.add(0, Snapshots.event(event)));
        } while (cursor.advance(response.nextToken()));
        return oldestFirst;
    }

    private static <T> Optional<T> missing(CloudFormationException e) {
        boolean missing = e.awsErrorDetails() != null
                && VALIDATION_ERROR.equals(e.awsErrorDetails().errorCode())
                && String.valueOf(e.awsErrorDetails().errorMessage()).contains("does not exist");
        if (missing) {
            return Optional.empty();
        }
        throw e;
    }

    /** A stack that does not exist is an error, never an empty answer: to take one for the other would make it twice. */
    private static DescribeStacksResponse described(DescribeStacksResponse response) {
        boolean whole = !response.stacks().isEmpty()
                && response.stacks().stream()
                        .allMatch(stack -> stack.stackId() != null && stack.stackStatusAsString() != null);
        if (!whole) {
            throw PassingFault.lacking("the stack, its id or its status");
        }
        return response;
    }
}
