// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.CreateStackRequest;
import software.amazon.awssdk.services.cloudformation.model.CreateStackResponse;
import software.amazon.awssdk.services.cloudformation.model.DescribeStackEventsRequest;
import software.amazon.awssdk.services.cloudformation.model.DescribeStackEventsResponse;
import software.amazon.awssdk.services.cloudformation.model.DescribeStackResourcesRequest;
import software.amazon.awssdk.services.cloudformation.model.DescribeStackResourcesResponse;
import software.amazon.awssdk.services.cloudformation.model.DescribeStacksRequest;
import software.amazon.awssdk.services.cloudformation.model.DescribeStacksResponse;

/** A client on a bad network: every second look at the events is lost. */
final class Fragile implements CloudFormationClient {
    private final CloudFormationClient client;
    private int looks;
    private int failures;

    Fragile(CloudFormationClient client) {
        this.client = client;
    }

    int failures() {
        return failures;
    }

    @Override
    public DescribeStackEventsResponse describeStackEvents(DescribeStackEventsRequest request) {
        if (looks++ % 2 == 0) {
            failures++;
            throw SdkClientException.create("Unable to execute HTTP request: connection reset");
        }
        return client.describeStackEvents(request);
    }

    @Override
    public DescribeStacksResponse describeStacks(DescribeStacksRequest request) {
        return client.describeStacks(request);
    }

    @Override
    public DescribeStackResourcesResponse describeStackResources(DescribeStackResourcesRequest request) {
        return client.describeStackResources(request);
    }

    @Override
    public CreateStackResponse createStack(CreateStackRequest request) {
        return client.createStack(request);
    }

    @Override
    public String serviceName() {
        return client.serviceName();
    }

    @Override
    public void close() {
        client.close();
    }
}
