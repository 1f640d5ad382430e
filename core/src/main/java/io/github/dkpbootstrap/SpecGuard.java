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
    private final DeletionBlockers blockers;

    SpecGuard(BootstrapSpec spec, Template template, CallerAccount caller, BootstrapClients clients) {
        this.spec = spec;
        this.template = template;
        this.caller = caller;
        this.stacks = StackReader.of(clients, spec.stackName());
        this.names = new NamePrecheck(stacks, clients);
        this.blockers = DeletionBlockers.of(clients, spec.stackName(), caller.surroundings());
    }

    @Override
    public void beforeCreate() {
        names.check(spec, caller, OURS);
    }

    @Override
    public void beforeUpdate(StackSnapshot stack) {
        StackResources resources = stacks.resources(stack.id());
        refuseOther(stack, resources);
        FrozenPropertyCheck frozen = new FrozenPropertyCheck(spec, stack);
        frozen.names(resources);
        frozen.properties(DeployedTemplate.read(stacks.template(stack.id())), resources);
        names.check(spec, caller, missing(resources));
    }

    @Override
    public void beforeRepair(StackSnapshot stack) {
        refuseOther(stack, stacks.resources(stack.id()));
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
            names.check(spec, caller, OURS);
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
    private static void refuseOther(StackSnapshot stack, StackResources resources) {
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
                    StackOperation.UPDATE,
                    others.get(0),
                    null,
                    null);
        }
    }
}
