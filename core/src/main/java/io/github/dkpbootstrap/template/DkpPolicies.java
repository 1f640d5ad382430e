// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.template;

import io.github.dkpbootstrap.policy.ConditionOperator;
import io.github.dkpbootstrap.policy.Effect;
import io.github.dkpbootstrap.policy.PolicyDocument;
import io.github.dkpbootstrap.policy.Statement;

/**
 * The permissions that creating DKP clusters takes, as the vendor's page <i>Configure IAM Prerequisites before starting
 * a cluster</i> lists them: seven statements, 80 actions. The document equals the controllers policy of Cluster API
 * Provider AWS, v0.6.6 to v1.4.1.
 */
public final class DkpPolicies {
    private static final PolicyDocument PERMISSIONS = PolicyDocument.builder()
            .addStatement(infrastructure())
            .addStatement(autoScalingGroups())
            .addStatement(serviceLinkedRole("autoscaling.amazonaws.com", "AWSServiceRoleForAutoScaling"))
            .addStatement(
                    serviceLinkedRole("elasticloadbalancing.amazonaws.com", "AWSServiceRoleForElasticLoadBalancing"))
            .addStatement(serviceLinkedRole("spot.amazonaws.com", "AWSServiceRoleForEC2Spot"))
            .addStatement(passClusterRoles())
            .addStatement(bootstrapSecrets())
            .build();

    private DkpPolicies() {}

    /** Returns the policy {@code dkp-bootstrapper-policy}: the least that creating clusters takes. */
    public static PolicyDocument permissions() {
        return PERMISSIONS;
    }

    private static Statement infrastructure() {
        return allow().actions(DkpActions.INFRASTRUCTURE).resources("*").build();
    }

    private static Statement autoScalingGroups() {
        return allow().actions(DkpActions.AUTO_SCALING_GROUPS)
                .resources("arn:*:autoscaling:*:*:autoScalingGroup:*:autoScalingGroupName/*")
                .build();
    }

    private static Statement serviceLinkedRole(String service, String role) {
        return allow().actions("iam:CreateServiceLinkedRole")
                .resources("arn:*:iam::*:role/aws-service-role/" + service + "/" + role)
                .condition(ConditionOperator.STRING_LIKE, "iam:AWSServiceName", service)
                .build();
    }

    private static Statement passClusterRoles() {
        return allow().actions("iam:PassRole")
                .resources("arn:*:iam::*:role/*.cluster-api-provider-aws.sigs.k8s.io")
                .build();
    }

    private static Statement bootstrapSecrets() {
        return allow().actions(
                        "secretsmanager:CreateSecret", "secretsmanager:DeleteSecret", "secretsmanager:TagResource")
                .resources("arn:*:secretsmanager:*:*:secret:aws.cluster.x-k8s.io/*")
                .build();
    }

    private static Statement.Builder allow() {
        return Statement.builder().effect(Effect.ALLOW);
    }
}
