// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.drift;

import io.github.dkpbootstrap.deploy.ResourceSnapshot;
import io.github.dkpbootstrap.deploy.StackReader;
import io.github.dkpbootstrap.deploy.StackResources;
import io.github.dkpbootstrap.deploy.StackSnapshot;
import io.github.dkpbootstrap.policy.Arn;
import io.github.dkpbootstrap.policy.JsonValue.JsonObject;
import io.github.dkpbootstrap.template.DeployedTemplate;
import io.github.dkpbootstrap.template.TemplateRenderer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The resources of a bootstrap stack as its own template, not the spec, wants them.
 *
 * @param role the role
 * @param policy the managed policy; its physical id is its ARN
 * @param profile the instance profile
 * @param tags the tags of the stack
 * @param where where the stack is
 */
record ExpectedStack(
        ExpectedResource role,
        ExpectedResource policy,
        ExpectedResource profile,
        Map<String, String> tags,
        AccountContext where) {
    /** Reads the template and the resources of a stack. What may not be read is a warning, and then nothing is expected. */
    static ExpectedStack read(StackReader stacks, StackSnapshot stack, AccountContext where, Reads reads) {
        StackResources resources = reads.of(
                        "the resources of stack " + stack.name(),
                        "cloudformation:DescribeStackResources",
                        () -> stacks.resources(stack.id()))
                .orElseGet(() -> StackResources.of(List.of()));
        DeployedTemplate template = reads.of(
                        "the resources of stack " + stack.name() + " with its template",
                        "cloudformation:GetTemplate",
                        () -> DeployedTemplate.read(stacks.template(stack.id())))
                .map(read -> readable(read, stack, reads))
                .orElseGet(() -> DeployedTemplate.read(""));
        Resolution resolution = new Resolution(names(stack, resources, where));
        return new ExpectedStack(
                resource(TemplateRenderer.ROLE, template, resources, resolution),
                resource(TemplateRenderer.POLICY, template, resources, resolution),
                resource(TemplateRenderer.PROFILE, template, resources, resolution),
                stack.tags(),
                where);
    }

    private static DeployedTemplate readable(DeployedTemplate template, StackSnapshot stack, Reads reads) {
        if (!template.isReadable()) {
            reads.warn(
                    "The resources of stack %s could not be compared: its template is neither JSON nor YAML as far as can be told"
                            .formatted(stack.name()));
        }
        return template;
    }

    /** Returns whether the template has any resource of a bootstrap stack. */
    boolean isBootstrap() {
        return role.declared() || policy.declared() || profile.declared();
    }

    /** Returns the name of the policy, for people. */
    String policyName() {
        return policy.physicalId()
                .map(arn -> Arn.tryParse(arn).map(Arn::resourceName).orElse(arn))
                .orElse(policy.logicalId());
    }

    private static ExpectedResource resource(
            String logicalId, DeployedTemplate template, StackResources resources, Resolution resolution) {
        Optional<JsonObject> properties = template.properties(logicalId);
        return new ExpectedResource(
                logicalId,
                physicalId(resources, logicalId),
                resources.physicalId(logicalId).isPresent(),
                properties.isPresent(),
                properties.orElseGet(() -> new JsonObject(Map.of())),
                resolution);
    }

    private static Optional<String> physicalId(StackResources resources, String logicalId) {
        return resources
                .physicalId(logicalId)
                .or(() -> resources.all().stream()
                        .filter(resource -> resource.logicalId().equals(logicalId))
                        .findFirst()
                        .flatMap(ResourceSnapshot::physicalId));
    }

    private static Map<String, String> names(StackSnapshot stack, StackResources resources, AccountContext where) {
        Map<String, String> names = new HashMap<>();
        names.put("AWS::AccountId", where.account());
        names.put("AWS::Partition", where.partition());
        names.put("AWS::URLSuffix", where.urlSuffix());
        names.put("AWS::StackName", stack.name());
        names.put("AWS::StackId", stack.id());
        Arn.tryParse(stack.id()).ifPresent(arn -> names.put("AWS::Region", arn.region()));
        resources.all().forEach(resource -> resource.physicalId().ifPresent(id -> names.put(resource.logicalId(), id)));
        return names;
    }
}
