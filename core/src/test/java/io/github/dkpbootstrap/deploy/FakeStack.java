// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.deploy;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.awscore.DefaultAwsResponseMetadata;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationResponseMetadata;
import software.amazon.awssdk.services.cloudformation.model.DescribeStackEventsRequest;
import software.amazon.awssdk.services.cloudformation.model.DescribeStackEventsResponse;
import software.amazon.awssdk.services.cloudformation.model.DescribeStacksRequest;
import software.amazon.awssdk.services.cloudformation.model.DescribeStacksResponse;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;

/** A CloudFormation that shows one stack as a test says, step by step: a step for each look at the first page of events. */
final class FakeStack implements CloudFormationClient {
    private static final CloudFormationResponseMetadata METADATA = CloudFormationResponseMetadata.create(
            DefaultAwsResponseMetadata.create(Map.of("AWS_REQUEST_ID", "request-1")));
    static final String ID = "arn:aws:cloudformation:us-east-1:123456789012:stack/dkp/1";

    private final Deque<Runnable> steps = new ArrayDeque<>();
    private final List<StackEvent> oldestFirst = new ArrayList<>();
    private String status = "CREATE_IN_PROGRESS";
    private int pageSize = 100;
    private int eventCalls;
    private int stackCalls;

    FakeStack pageSize(int size) {
        pageSize = size;
        return this;
    }

    /** Plans what happens before the next look at the events. */
    FakeStack then(Runnable step) {
        steps.add(step);
        return this;
    }

    FakeStack status(String now) {
        status = now;
        return this;
    }

    FakeStack event(String id, String logicalId, String resourceStatus) {
        return eventAt(oldestFirst.size(), id, logicalId, resourceStatus);
    }

    /** Lets an event appear at a place among those that are there, as a list does that is consistent only in the end. */
    FakeStack eventAt(int place, String id, String logicalId, String resourceStatus) {
        String type = logicalId.equals("dkp") ? "AWS::CloudFormation::Stack" : "AWS::IAM::Role";
        oldestFirst.add(
                place,
                StackEvent.builder()
                        .eventId(id)
                        .stackId(ID)
                        .logicalResourceId(logicalId)
                        .resourceType(type)
                        .resourceStatus(resourceStatus)
                        .timestamp(Instant.EPOCH)
                        .build());
        return this;
    }

    int eventCalls() {
        return eventCalls;
    }

    int stackCalls() {
        return stackCalls;
    }

    @Override
    public DescribeStackEventsResponse describeStackEvents(DescribeStackEventsRequest request) {
        eventCalls++;
        if (request.nextToken() == null && !steps.isEmpty()) {
            steps.remove().run();
        }
        List<StackEvent> newestFirst = new ArrayList<>(oldestFirst);
        Collections.reverse(newestFirst);
        int from = request.nextToken() == null ? 0 : Integer.parseInt(request.nextToken());
        int to = Math.min(from + pageSize, newestFirst.size());
        return (DescribeStackEventsResponse) DescribeStackEventsResponse.builder()
                .stackEvents(newestFirst.subList(from, to))
                .nextToken(to < newestFirst.size() ? String.valueOf(to) : null)
                .responseMetadata(METADATA)
                .build();
    }

    @Override
    public DescribeStacksResponse describeStacks(DescribeStacksRequest request) {
        stackCalls++;
        return (DescribeStacksResponse) DescribeStacksResponse.builder()
                .stacks(Stack.builder()
                        .stackId(ID)
                        .stackName("dkp")
                        .stackStatus(status)
                        .build())
                .responseMetadata(METADATA)
                .build();
    }

    @Override
    public String serviceName() {
        return "cloudformation";
    }

    @Override
    public void close() {}
}
