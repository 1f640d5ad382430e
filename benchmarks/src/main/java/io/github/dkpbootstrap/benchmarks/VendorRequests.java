// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.benchmarks;

import io.github.dkpbootstrap.policy.PolicyDocument;
import io.github.dkpbootstrap.policy.analysis.AccessRequest;
import io.github.dkpbootstrap.policy.analysis.Caller;
import io.github.dkpbootstrap.policy.analysis.PolicySet;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * The vendor's policy and a mixed set of requests to it: of those that it allows, of those that no statement speaks of,
 * of those that a scoped resource decides, and of those that a condition decides, which holds, fails or has no key.
 */
final class VendorRequests {
    private static final String PREFIX = "arn:aws:iam::123456789012:role/";
    private static final String SERVICE_ROLE = PREFIX + "aws-service-role/";
    private static final String SPOT = SERVICE_ROLE + "spot.amazonaws.com/AWSServiceRoleForEC2Spot";
    private static final String SCALING = SERVICE_ROLE + "autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling";
    private static final String BALANCING =
            SERVICE_ROLE + "elasticloadbalancing.amazonaws.com/AWSServiceRoleForElasticLoadBalancing";
    private static final String GROUP = "arn:aws:autoscaling:us-west-2:123456789012:autoScalingGroup:"
            + "930d940e-891e-4781-a11a-7b0acd480f03:autoScalingGroupName/cluster-md-0";
    private static final String SECRET =
            "arn:aws:secretsmanager:us-west-2:123456789012:secret:aws.cluster.x-k8s.io/7a9c1-AbCdEf";
    private static final String INSTANCE = "arn:aws:ec2:us-west-2:123456789012:instance/i-0abcdef1234567890";
    private static final long SHUFFLE_SEED = 42;

    private final List<AccessRequest> requests = new ArrayList<>();

    private VendorRequests() {
        allowedEverywhere();
        scoped();
        conditional();
        unknown();
        Collections.shuffle(requests, new Random(SHUFFLE_SEED));
    }

    static PolicySet policies() {
        try (InputStream stream = VendorRequests.class.getResourceAsStream("vendor-policy.json")) {
            if (stream == null) {
                throw new IllegalStateException("vendor-policy.json is not on the class path");
            }
            String json = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return PolicySet.builder().addIdentity(PolicyDocument.parse(json)).build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static AccessRequest[] requests() {
        return new VendorRequests().requests.toArray(AccessRequest[]::new);
    }

    private void allowedEverywhere() {
        add("ec2:RunInstances", INSTANCE);
        add("ec2:TerminateInstances", INSTANCE);
        add("ec2:DescribeVpcs", "*");
        add("ec2:DescribeInstances", "*");
        add("ec2:CreateTags", INSTANCE);
        add("tag:GetResources", "*");
        add(
                "elasticloadbalancing:CreateLoadBalancer",
                "arn:aws:elasticloadbalancing:us-west-2:123456789012:loadbalancer/cluster-apiserver");
        add("autoscaling:DescribeAutoScalingGroups", "*");
    }

    private void scoped() {
        add("autoscaling:CreateAutoScalingGroup", GROUP);
        add("autoscaling:DeleteTags", GROUP);
        add("autoscaling:UpdateAutoScalingGroup", GROUP.replace("autoScalingGroup:", "launchConfiguration:"));
        add("secretsmanager:CreateSecret", SECRET);
        add("secretsmanager:DeleteSecret", SECRET.replace("aws.cluster.x-k8s.io/", "other/"));
        add("iam:PassRole", PREFIX + "control-plane.cluster-api-provider-aws.sigs.k8s.io");
        add("iam:PassRole", PREFIX + "team/nodes.cluster-api-provider-aws.sigs.k8s.io");
        add("iam:PassRole", PREFIX + "admin");
    }

    private void conditional() {
        withService(SCALING, "autoscaling.amazonaws.com");
        withService(BALANCING, "elasticloadbalancing.amazonaws.com");
        withService(SPOT, "spot.amazonaws.com");
        withService(SPOT, "autoscaling.amazonaws.com");
        withService(SCALING, "ecs.amazonaws.com");
        withService(SERVICE_ROLE + "ecs.amazonaws.com/AWSServiceRoleForECS", "ecs.amazonaws.com");
        add("iam:CreateServiceLinkedRole", SPOT);
        add("iam:CreateServiceLinkedRole", BALANCING);
    }

    private void unknown() {
        add("ec2:DeleteVolume", "arn:aws:ec2:us-west-2:123456789012:volume/vol-0abcdef1234567890");
        add("s3:GetObject", "arn:aws:s3:::bucket/key");
        add("iam:CreateUser", "arn:aws:iam::123456789012:user/eve");
        add("EC2:runinstances", INSTANCE.replace("123456789012", "210987654321"));
    }

    private void add(String action, String resource) {
        requests.add(request(action, resource).build());
    }

    private void withService(String resource, String service) {
        requests.add(request("iam:CreateServiceLinkedRole", resource)
                .contextKey("iam:AWSServiceName", service)
                .build());
    }

    private static AccessRequest.Builder request(String action, String resource) {
        return AccessRequest.builder()
                .caller(Caller.roleSession(PREFIX + "dkp-bootstrapper-role", "dkp"))
                .action(action)
                .resource(resource)
                .contextKey("aws:RequestedRegion", "us-west-2")
                .contextKey("aws:PrincipalArn", PREFIX + "dkp-bootstrapper-role");
    }
}
