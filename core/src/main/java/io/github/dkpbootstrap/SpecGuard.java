// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import io.github.dkpbootstrap.deploy.ResourceSnapshot;
import io.github.dkpbootstrap.deploy.StackGuard;
import io.github.dkpbootstrap.deploy.StackOperation;
import io.github.dkpbootstrap.deploy.StackReader;
import io.github.dkpbootstrap.deploy.StackResources;
import io.github.dkpbootstrap.deploy.StackSnapshot;
import io.github.dkpbootstrap.drift.DeletionBlockers;
import io.github.dkpbootstrap.drift.NameLookup;
import io.github.dkpbootstrap.iam.IdentityReader;
import io.github.dkpbootstrap.template.DeployedTemplate;
import io.github.dkpbootstrap.template.Template;
import io.github.dkpbootstrap.template.TemplateComparison;
import io.github.dkpbootstrap.template.TemplateRenderer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a spec demands of a stack before it is written to. */
final class SpecGuard implements StackGuard {
    private static final Set<String> OURS =
            Set.of(TemplateRenderer.ROLE, TemplateRenderer.POLICY, TemplateRenderer.PROFILE);

    private final BootstrapSpec spec;
    private final Template template;
    private final CallerAccount caller;
    private final StackReader stacks;
    private final NamePrecheck names;
    private final NameLookup lookup;
    private final AttachmentPrecheck attachments;
    private final DeletionBlockers blockers;
    private boolean deletedJustNow;

    SpecGuard(BootstrapSpec spec, Template template, CallerAccount caller, BootstrapClients clients) {
        this.spec = spec;
        this.template = template;
        this.caller = caller;
        this.stacks = StackReader.of(clients, spec.stackName());
        this.names = new NamePrecheck(spec, caller.context(), clients);
        this.lookup = NameLookup.of(spec, caller.context(), clients);
        this.attachments = new AttachmentPrecheck(new IdentityReader(clients, spec.stackName()));
        this.blockers = DeletionBlockers.of(clients, spec.stackName(), caller.context(), spec.foreignAccess());
    }

    @Override
    public void beforeCreate() {
        names.check(OURS, deletedJustNow ? NamePrecheck.Patience.AFTER_DELETION : NamePrecheck.Patience.NONE);
        attachments.check(PolicyHolders.of(spec), Set.of(), Optional.empty());
    }

    @Override
    public void afterDeletion() {
        deletedJustNow = true;
    }

    @Override
    public void beforeUpdate(StackOperation operation, StackSnapshot stack, String deployed) {
        StackResources resources = stacks.resources(stack.id());
        refuseOther(operation, stack, resources);
        refuseFrozen(stack, deployed, resources);
        names.check(missing(resources), NamePrecheck.Patience.NONE);
        newHolders(deployed, resources);
    }

    @Override
    public void beforeFirstImport() {
        attachments.check(PolicyHolders.of(spec), Set.of(), Optional.of(lookup.policyArn()));
    }

    @Override
    public void beforeImport(StackSnapshot stack, String deployed) {
        StackResources resources = stacks.resources(stack.id());
        refuseOther(StackOperation.IMPORT, stack, resources);
        refuseFrozen(stack, deployed, resources);
        newHolders(deployed, resources);
    }

    private void newHolders(String deployed, StackResources resources) {
        attachments.check(
                PolicyHolders.of(spec),
                PolicyHolders.of(DeployedTemplate.read(deployed)),
                resources.physicalId(TemplateRenderer.POLICY));
    }

    @Override
    public void beforeRepair(StackOperation operation, StackSnapshot stack) {
        refuseOther(operation, stack, stacks.resources(stack.id()));
    }

    private void refuseFrozen(StackSnapshot stack, String deployed, StackResources resources) {
        FrozenPropertyCheck frozen = new FrozenPropertyCheck(spec, stack);
        frozen.names(resources);
        frozen.properties(DeployedTemplate.read(deployed), resources);
    }

    @Override
    public boolean isUnchanged(StackSnapshot stack, String deployed) {
        boolean sameTags = spec.tags().isEmpty() || spec.tags().equals(stack.tags());
        return sameTags
                && TemplateComparison.in(caller.account(), caller.partition()).same(template, deployed);
    }

    /** Asked after a failure, when nothing of ours has the names: what has them now is what was in the way. */
    @Override
    public Optional<String> collision() {
        try {
            names.check(OURS, NamePrecheck.Patience.NONE);
            return Optional.empty();
        } catch (ResourceNameTakenException e) {
            return Optional.ofNullable(e.getMessage());
        }
    }

    @Override
    public String blockers(StackSnapshot stack) {
        return blockers.sentence(stack);
    }

    @Override
    public boolean clear(StackSnapshot stack) {
        return spec.foreignAccess() == ForeignAccess.REMOVE && blockers.clear(stack);
    }

    /** A stack may have lost resources, or let them go: the update would make them again. */
    private static Set<String> missing(StackResources resources) {
        return OURS.stream().filter(id -> resources.physicalId(id).isEmpty()).collect(Collectors.toSet());
    }

    /** A stack of something else would lose its resources: an update deletes what the template does not have. */
    private static void refuseOther(StackOperation operation, StackSnapshot stack, StackResources resources) {
        List<String> others = resources.owned().stream()
                .map(ResourceSnapshot::logicalId)
                .filter(id -> !OURS.contains(id))
                .sorted()
                .toList();
        if (!others.isEmpty()) {
            throw new StackOperationException(
                    "Stack %s (%s) is no bootstrap stack: it also holds %s, which would be lost. Choose another stackName"
                            .formatted(stack.name(), stack.id(), String.join(", ", others)),
                    stack.id(),
                    operation,
                    others.get(0),
                    null,
                    null);
        }
    }
}
