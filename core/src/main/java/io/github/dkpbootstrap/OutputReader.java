// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import static io.github.dkpbootstrap.template.TemplateOutputs.POLICY_ARN;
import static io.github.dkpbootstrap.template.TemplateOutputs.PROFILE_ARN;
import static io.github.dkpbootstrap.template.TemplateOutputs.ROLE_ARN;

import io.github.dkpbootstrap.deploy.StackReader;
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

    Optional<DeploymentOutputs> read(StackSnapshot stack) {
        Map<String, String> outputs = stack.outputs();
        if (outputs.containsKey(ROLE_ARN) && outputs.containsKey(POLICY_ARN) && outputs.containsKey(PROFILE_ARN)) {
            return Optional.of(outputs(outputs.get(ROLE_ARN), outputs.get(POLICY_ARN), outputs.get(PROFILE_ARN)));
        }
        Map<String, String> ids = stacks.physicalIds(stack.id());
        String role = ids.get(TemplateRenderer.ROLE);
        String policy = ids.get(TemplateRenderer.POLICY);
        String profile = ids.get(TemplateRenderer.PROFILE);
        if (role == null || policy == null || profile == null) {
            return Optional.empty();
        }
        Arn arn = Arn.parse(policy);
        return Optional.of(outputs(sibling(arn, "role/" + role), policy, sibling(arn, "instance-profile/" + profile)));
    }

    /** The vendor's template sets no path, so that role and profile differ from the policy's ARN in the last field only. */
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
