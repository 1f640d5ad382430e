// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import io.github.dkpbootstrap.deploy.StackOperation;
import io.github.dkpbootstrap.deploy.StackReader;
import io.github.dkpbootstrap.deploy.StackSnapshot;
import io.github.dkpbootstrap.iam.IamReader;
import io.github.dkpbootstrap.policy.Arn;
import io.github.dkpbootstrap.template.DeployedTemplate;
import io.github.dkpbootstrap.template.TemplateRenderer;
import org.jspecify.annotations.Nullable;

/** The managed policy that a stack owns, as the stack tells it. */
final class StackPolicy {
    private final StackSnapshot stack;
    private final String arn;
    private final StackReader stacks;

    private StackPolicy(StackSnapshot stack, String arn, StackReader stacks) {
        this.stack = stack;
        this.arn = arn;
        this.stacks = stacks;
    }

    /**
     * Returns the policy of the stack that the spec names.
     *
     * @throws PolicyAttachmentException if there is no such stack, it owns no policy, or the policy is gone
     */
    static StackPolicy find(BootstrapSpec spec, PolicyHolder holder, BootstrapClients clients) {
        StackReader stacks = StackReader.of(clients, spec.stackName());
        StackSnapshot stack = stacks.find(spec.stackName())
                .filter(found -> !found.status().equals("DELETE_COMPLETE"))
                .orElseThrow(() -> new PolicyAttachmentException(
                        "There is no stack %s whose policy %s could have: deploy() makes it"
                                .formatted(spec.stackName(), holder.describe()),
                        holder,
                        null));
        String arn = stacks.resources(stack.id())
                .physicalId(TemplateRenderer.POLICY)
                .orElseThrow(() -> new PolicyAttachmentException(
                        "The stack %s (%s), which is %s, has no managed policy: deploy() makes it, if it is a bootstrap stack"
                                .formatted(stack.name(), stack.id(), stack.status()),
                        holder,
                        null));
        StackPolicy policy = new StackPolicy(stack, arn, stacks);
        if (new IamReader(clients, spec.stackName()).policy(arn).isEmpty()) {
            throw policy.gone(holder, null);
        }
        return policy;
    }

    String stackName() {
        return stack.name();
    }

    String arn() {
        return arn;
    }

    Arn asArn() {
        return Arn.parse(arn);
    }

    PolicyAttachmentException gone(PolicyHolder holder, @Nullable Throwable cause) {
        return new PolicyAttachmentException(
                "The policy %s of the stack %s is not there any more: revertDrift() makes it anew"
                        .formatted(arn, stack.name()),
                holder,
                cause);
    }

    /** A new attachment would keep the deletion that is under way from ending. */
    void refuseLeaving(PolicyHolder holder) {
        if (stack.status().equals("DELETE_IN_PROGRESS")) {
            throw new StackBusyException(
                    "The stack %s is being deleted, and an attachment to %s would keep it from that"
                            .formatted(stack.id(), holder.describe()),
                    stack.id(),
                    StackOperation.DELETE);
        }
    }

    /** What the stack attaches is the stack's to detach. */
    void refuseOwn(PolicyHolder holder) {
        DeployedTemplate template = DeployedTemplate.read(stacks.template(stack.id()));
        if (PolicyHolders.of(template).stream().anyMatch(own -> PolicyHolders.isSame(own, holder))) {
            throw new PolicyAttachmentException(
                    "The stack %s itself attaches the policy to %s, so that detaching it would be drift: take the name out of %s in the spec, and deploy"
                            .formatted(
                                    stack.name(),
                                    holder.describe(),
                                    holder instanceof PolicyHolder.User ? "policyUsers" : "policyGroups"),
                    holder,
                    null);
        }
    }
}
