// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import static io.github.dkpbootstrap.template.TemplateOutputs.POLICY_ARN;
import static io.github.dkpbootstrap.template.TemplateOutputs.PROFILE_ARN;
import static io.github.dkpbootstrap.template.TemplateOutputs.ROLE_ARN;

import io.github.dkpbootstrap.deploy.StackReader;
import io.github.dkpbootstrap.deploy.StackResources;
import io.github.dkpbootstrap.deploy.StackSnapshot;
import io.github.dkpbootstrap.policy.Arn;
import io.github.dkpbootstrap.template.TemplateRenderer;
import java.util.Map;
import java.util.Optional;

/** Finds what a stack made: in its outputs, or by its resources where the template has none. */
final class OutputReader {
    private final StackReader stacks;

    OutputReader(StackReader stacks) {
        this.stacks = stacks;
    }

    /** Returns the stack that a spec names as it is now. */
    DkpStatus status(BootstrapSpec spec) {
        Optional<StackSnapshot> stack = stacks.find(spec.stackName());
        return DkpStatus.builder()
                .stackName(spec.stackName())
                .stackId(stack.map(StackSnapshot::id))
                .stackStatus(stack.map(StackSnapshot::status))
                .reason(stack.flatMap(StackSnapshot::statusReason))
                .outputs(stack.flatMap(this::read))
                .build();
    }

    Optional<DeploymentOutputs> read(StackSnapshot stack) {
        Map<String, String> outputs = stack.outputs();
        if (outputs.containsKey(ROLE_ARN) && outputs.containsKey(POLICY_ARN) && outputs.containsKey(PROFILE_ARN)) {
            return Optional.of(outputs(outputs.get(ROLE_ARN), outputs.get(POLICY_ARN), outputs.get(PROFILE_ARN)));
        }
        StackResources resources = stacks.resources(stack.id());
        Optional<String> policy = resources.physicalId(TemplateRenderer.POLICY);
        return resources
                .physicalId(TemplateRenderer.ROLE)
                .flatMap(role -> resources
                        .physicalId(TemplateRenderer.PROFILE)
                        .flatMap(profile -> policy.map(arn -> byNames(role, Arn.parse(arn), profile))));
    }

    /** All three have the same path, so that role and profile differ from the policy's ARN in the last field only. */
    private static DeploymentOutputs byNames(String role, Arn policy, String profile) {
        String resource = policy.resource();
        String path = resource.substring(resource.indexOf('/'), resource.lastIndexOf('/') + 1);
        return outputs(
                sibling(policy, "role" + path + role),
                policy.toString(),
                sibling(policy, "instance-profile" + path + profile));
    }

    private static String sibling(Arn policy, String resource) {
        return Arn.of(policy.partition(), policy.service(), policy.region(), policy.account(), resource)
                .toString();
    }

    private static DeploymentOutputs outputs(String role, String policy, String profile) {
        return DeploymentOutputs.builder()
                .roleArn(Arn.parse(role))
                .policyArn(Arn.parse(policy))
                .instanceProfileArn(Arn.parse(profile))
                .build();
    }
}
