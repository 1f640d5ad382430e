// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import io.github.dkpbootstrap.deploy.StackDecision;
import io.github.dkpbootstrap.deploy.StackOperation;
import io.github.dkpbootstrap.deploy.StackReader;
import io.github.dkpbootstrap.deploy.StackSnapshot;
import io.github.dkpbootstrap.policy.Arn;
import io.github.dkpbootstrap.template.TemplateRenderer;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
        refuseForeign(stack, ids);
        same(stack, "roleName", ids.get(TemplateRenderer.ROLE), spec.roleName());
        same(stack, "policyName", policyName(ids.get(TemplateRenderer.POLICY)), spec.policyName());
        same(stack, "instanceProfileName", ids.get(TemplateRenderer.PROFILE), spec.instanceProfileName());
    }

    /** A stack of something else would lose its resources: an update deletes what the template does not have. */
    private static void refuseForeign(StackSnapshot stack, Map<String, String> ids) {
        Set<String> foreign = new TreeSet<>(ids.keySet());
        foreign.removeAll(Set.of(TemplateRenderer.ROLE, TemplateRenderer.POLICY, TemplateRenderer.PROFILE));
        if (!foreign.isEmpty()) {
            throw new StackOperationException(
                    "Stack %s (%s) is no bootstrap stack: it also holds %s, which an update would delete. Choose another stackName"
                            .formatted(stack.name(), stack.id(), String.join(", ", foreign)),
                    stack.id(),
                    StackOperation.UPDATE,
                    foreign.iterator().next(),
                    null,
                    null);
        }
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
