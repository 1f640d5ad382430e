// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import io.github.dkpbootstrap.deploy.StackDecision;
import io.github.dkpbootstrap.deploy.StackReader;
import io.github.dkpbootstrap.deploy.StackSnapshot;
import io.github.dkpbootstrap.policy.Arn;
import io.github.dkpbootstrap.template.TemplateRenderer;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds, before a stack is changed, that the spec would rename its resources, which would replace them. */
final class FrozenNameCheck {
    private final StackReader stacks;

    FrozenNameCheck(StackReader stacks) {
        this.stacks = stacks;
    }

    void check(BootstrapSpec spec, StackSnapshot stack) {
        if (StackDecision.toDeploy(Optional.of(stack.status())) != StackDecision.UPDATE) {
            return;
        }
        Map<String, String> ids = stacks.physicalIds(stack.id());
        same(stack, "roleName", ids.get(TemplateRenderer.ROLE), spec.roleName());
        same(stack, "policyName", policyName(ids.get(TemplateRenderer.POLICY)), spec.policyName());
        same(stack, "instanceProfileName", ids.get(TemplateRenderer.PROFILE), spec.instanceProfileName());
    }

    private static @Nullable String policyName(@Nullable String arn) {
        return arn == null ? null : Arn.tryParse(arn).map(Arn::resourceName).orElse(arn);
    }

    private static void same(StackSnapshot stack, String field, @Nullable String deployed, String wanted) {
        if (deployed != null && !deployed.equals(wanted)) {
            throw new FrozenNameException(stack.name(), field, deployed, wanted);
        }
    }
}
