// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dkpbootstrap.policy.JsonLayout;
import io.github.dkpbootstrap.policy.Policies;
import io.github.dkpbootstrap.policy.PolicyDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the vendor's policy permits the session that the vendor's page has people open. */
class VendorPolicyTest {
    private static final String ROLE = "arn:aws:iam::123456789012:role/dkp-bootstrapper-role";
    private static final PolicySet VENDOR =
            PolicySet.builder().addIdentity(Policies.vendorPolicy()).build();

    private final PolicyEvaluator interpreter = new PolicyInterpreter();

    @ParameterizedTest
    @CsvSource(textBlock = """
            ALLOWED,           ec2:DescribeVpcs,                          *
            ALLOWED,           ec2:DescribeKeyPairs,                      *
            ALLOWED,           ec2:CreateVpc,                             arn:aws:ec2:us-west-2:123456789012:vpc/*
            ALLOWED,           autoscaling:DescribeAutoScalingGroups,     *
            ALLOWED,           elasticloadbalancing:DescribeLoadBalancers, *
            ALLOWED,           tag:GetResources,                          *
            ALLOWED,           secretsmanager:CreateSecret,               arn:aws:secretsmanager:us-west-2:123456789012:secret:aws.cluster.x-k8s.io/a-b1c2d3
            ALLOWED,           autoscaling:CreateAutoScalingGroup,        arn:aws:autoscaling:us-west-2:123456789012:autoScalingGroup:1-2-3:autoScalingGroupName/workers
            ALLOWED,           iam:PassRole,                              arn:aws:iam::123456789012:role/nodes.cluster-api-provider-aws.sigs.k8s.io
            IMPLICITLY_DENIED, ec2:DescribeRegions,                       *
            IMPLICITLY_DENIED, ec2:CreateKeyPair,                         *
            IMPLICITLY_DENIED, s3:ListAllMyBuckets,                       *
            IMPLICITLY_DENIED, iam:CreateUser,                            arn:aws:iam::123456789012:user/a
            IMPLICITLY_DENIED, iam:GetRole,                               arn:aws:iam::123456789012:role/dkp-bootstrapper-role
            IMPLICITLY_DENIED, cloudformation:DescribeStacks,             *
            IMPLICITLY_DENIED, secretsmanager:ListSecrets,                *
            IMPLICITLY_DENIED, secretsmanager:CreateSecret,               arn:aws:secretsmanager:us-west-2:123456789012:secret:other-b1c2d3
            IMPLICITLY_DENIED, secretsmanager:GetSecretValue,             arn:aws:secretsmanager:us-west-2:123456789012:secret:aws.cluster.x-k8s.io/a-b1c2d3
            IMPLICITLY_DENIED, iam:PassRole,                              arn:aws:iam::123456789012:role/dkp-bootstrapper-role
            """)
    void decidesAsAwsDoes(Decision.Verdict verdict, String action, String resource) {
        AccessRequest request = request(action, resource).build();

        assertThat(interpreter.decide(request, VENDOR).verdict()).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            ALLOWED,           autoscaling.amazonaws.com,          AWSServiceRoleForAutoScaling
            ALLOWED,           elasticloadbalancing.amazonaws.com, AWSServiceRoleForElasticLoadBalancing
            ALLOWED,           spot.amazonaws.com,                 AWSServiceRoleForEC2Spot
            IMPLICITLY_DENIED, ecs.amazonaws.com,                  AWSServiceRoleForECS
            """)
    void createsTheThreeServiceLinkedRolesOnly(Decision.Verdict verdict, String service, String role) {
        AccessRequest request = request(
                        "iam:CreateServiceLinkedRole",
                        "arn:aws:iam::123456789012:role/aws-service-role/" + service + "/" + role)
                .contextKey("iam:AWSServiceName", service)
                .build();

        assertThat(interpreter.decide(request, VENDOR).verdict()).isEqualTo(verdict);
    }

    @Test
    void saysWhichServiceNameIsWanted() {
        AccessRequest request = request(
                        "iam:CreateServiceLinkedRole",
                        "arn:aws:iam::123456789012:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling")
                .contextKey("iam:AWSServiceName", "ecs.amazonaws.com")
                .build();

        Decision decision = interpreter.decide(request, VENDOR);

        assertThat(decision.reason()).isEqualTo("No identity policy allows the request.");
        assertThat(decision.statements()).hasSize(7);
        assertThat(decision.statements().get(2).location()).isEqualTo("identity[0].Statement[2]");
        assertThat(decision.statements().get(2).reason())
                .isEqualTo("Condition StringLike iam:AWSServiceName: the request has \"ecs.amazonaws.com\", "
                        + "the policy wants \"autoscaling.amazonaws.com\"");
    }

    @Test
    void theTrustPolicyLetsTheAccountDecideOnceItsPlaceholderIsFilled() {
        PolicySet trust = PolicySet.builder()
                .trust(PolicyDocument.parse(
                        Policies.vendorTrust().toJson(JsonLayout.MINIFIED).replace("MYAWSACCOUNT", "123456789012")))
                .build();
        AccessRequest asUser = AccessRequest.builder()
                .caller(Caller.user("arn:aws:iam::123456789012:user/admin"))
                .action("sts:AssumeRole")
                .resource(ROLE)
                .build();

        assertThat(interpreter.decide(asUser, trust).allowed()).isFalse();
        assertThat(interpreter
                        .decide(
                                asUser,
                                PolicySet.builder()
                                        .from(trust)
                                        .addIdentity(Policies.allowAll())
                                        .build())
                        .allowed())
                .isTrue();
    }

    @Test
    void theTrustPolicyWithItsPlaceholderTrustsTheServiceAlone() {
        PolicySet trust = PolicySet.builder()
                .trust(Policies.vendorTrust())
                .addIdentity(Policies.allowAll())
                .build();
        AccessRequest asUser = request("sts:AssumeRole", ROLE)
                .caller(Caller.user("arn:aws:iam::123456789012:user/admin"))
                .build();

        assertThat(interpreter.decide(asUser, trust).reason())
                .isEqualTo("The trust policy does not allow the request, which nothing else can replace.");
        assertThat(interpreter.decide(asService(), trust).reason()).isEqualTo("trust.Statement[0] allows the request.");
    }

    private static AccessRequest asService() {
        return request("sts:AssumeRole", ROLE)
                .caller(Caller.service("ec2.amazonaws.com"))
                .build();
    }

    private static AccessRequest.Builder request(String action, String resource) {
        return AccessRequest.builder()
                .caller(Caller.roleSession(ROLE, "test"))
                .action(action)
                .resource(resource);
    }
}
