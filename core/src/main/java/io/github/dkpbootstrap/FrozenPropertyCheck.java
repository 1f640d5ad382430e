// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import io.github.dkpbootstrap.deploy.StackResources;
import io.github.dkpbootstrap.deploy.StackSnapshot;
import io.github.dkpbootstrap.policy.Arn;
import io.github.dkpbootstrap.template.DeployedTemplate;
import io.github.dkpbootstrap.template.TemplateRenderer;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds, before a stack is changed, that the spec would change what cannot change: names, paths, the description. */
final class FrozenPropertyCheck {
    private static final Logger LOG = LoggerFactory.getLogger(FrozenPropertyCheck.class);

    private final BootstrapSpec spec;
    private final StackSnapshot stack;

    FrozenPropertyCheck(BootstrapSpec spec, StackSnapshot stack) {
        this.spec = spec;
        this.stack = stack;
    }

    /** Compares with what the stack has made; what it has not, or not any more, is free to be named. */
    void names(StackResources resources) {
        Optional<String> policy = resources.physicalId(TemplateRenderer.POLICY);
        same("roleName", resources.physicalId(TemplateRenderer.ROLE), spec.roleName());
        same(
                "policyName",
                policy.map(arn -> Arn.tryParse(arn).map(Arn::resourceName).orElse(arn)),
                spec.policyName());
        same("instanceProfileName", resources.physicalId(TemplateRenderer.PROFILE), spec.instanceProfileName());
    }

    /** Compares with what the stack's template says. What it computes cannot be compared, and CloudFormation will tell. */
    void properties(DeployedTemplate template, StackResources resources) {
        if (!template.isReadable()) {
            LOG.warn("The template of stack {} cannot be read, nor compared with the spec", stack.id());
            return;
        }
        for (String resource : List.of(TemplateRenderer.ROLE, TemplateRenderer.POLICY, TemplateRenderer.PROFILE)) {
            if (resources.physicalId(resource).isPresent()) {
                same("path", deployed(template, resource, "Path", "/"), spec.path());
            }
        }
        if (resources.physicalId(TemplateRenderer.POLICY).isPresent()) {
            same(
                    "policyDescription",
                    deployed(template, TemplateRenderer.POLICY, "Description", ""),
                    spec.policyDescription());
        }
    }

    private static Optional<String> deployed(
            DeployedTemplate template, String resource, String property, String unset) {
        return template.sets(resource, property) ? template.text(resource, property) : Optional.of(unset);
    }

    private void same(String field, Optional<String> deployed, String wanted) {
        deployed.filter(value -> !value.equals(wanted)).ifPresent(value -> {
            throw new FrozenPropertyException(stack.name(), field, value, wanted);
        });
    }
}
