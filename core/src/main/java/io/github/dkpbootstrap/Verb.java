// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import io.github.dkpbootstrap.deploy.ChangeSetSnapshot;
import io.github.dkpbootstrap.deploy.Deployed;
import io.github.dkpbootstrap.deploy.Destroyed;
import io.github.dkpbootstrap.deploy.PlannedStack;
import io.github.dkpbootstrap.deploy.StackAdopter;
import io.github.dkpbootstrap.deploy.StackDecision;
import io.github.dkpbootstrap.deploy.StackDeployer;
import io.github.dkpbootstrap.deploy.StackOperation;
import io.github.dkpbootstrap.deploy.StackPlanner;
import io.github.dkpbootstrap.deploy.StackReader;
import io.github.dkpbootstrap.deploy.StackRequest;
import io.github.dkpbootstrap.deploy.StackSnapshot;
import io.github.dkpbootstrap.drift.AccountContext;
import io.github.dkpbootstrap.drift.AdoptionSurvey;
import io.github.dkpbootstrap.drift.DriftCheck;
import io.github.dkpbootstrap.drift.DriftReversal;
import io.github.dkpbootstrap.template.Template;
import io.github.dkpbootstrap.template.TemplateRenderer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One call of a verb that writes: its spec, rendered and held against the account, and the clients to do it with. */
final class Verb {
    private static final Logger LOG = LoggerFactory.getLogger(Verb.class);

    private final BootstrapSpec spec;
    private final BootstrapClients clients;
    private final SessionOpener sessions;
    private final StackRequest request;
    private final SpecGuard guard;
    private final AccountContext where;

    /**
     * Prepares the call.
     *
     * @throws WrongAccountException if the credentials are of another account than the spec names
     */
    Verb(BootstrapSpec spec, BootstrapClients clients, SessionOpener sessions) {
        Template template = TemplateRenderer.render(spec);
        CallerAccount caller = CallerAccount.of(clients, spec);
        this.spec = spec;
        this.clients = clients;
        this.sessions = sessions;
        this.request = request(spec, template);
        this.guard = new SpecGuard(spec, template, caller, clients);
        this.where = caller.context();
    }

    DkpDeployment deploy() {
        return handle(StackDeployer.of(request, guard, clients).deploy());
    }

    DestroyOutcome destroy() {
        return StackDeployer.of(request, guard, clients)
                .destroy()
                .map(this::outcome)
                .orElse(DestroyOutcome.ABSENT);
    }

    private DestroyOutcome outcome(Destroyed destroyed) {
        if (destroyed.left().isEmpty()) {
            return DestroyOutcome.DESTROYED;
        }
        LOG.warn(
                "Stack {} is gone, and its template had these resources retained: {}. adopt() takes them in again",
                destroyed.stack().id(),
                destroyed.left());
        return DestroyOutcome.RESOURCES_RETAINED;
    }

    PlannedStack plan() {
        return planner().plan();
    }

    /** Does what a plan showed. */
    DkpDeployment execute(PlannedStack plan) {
        if (plan.changeSet().isPresent()) {
            return handle(planner().execute(plan, plan.changeSet().get()));
        }
        StackPlanner planner = planner();
        StackSnapshot stack = StackReader.of(clients, spec.stackName())
                .find(spec.stackName())
                .filter(now -> plan.stack().filter(then -> isSame(then, now)).isPresent())
                .orElseThrow(() -> planner.outdated("the stack was changed meanwhile, or is another", null));
        return plan.decision() == StackDecision.RECREATE ? deploy() : handle(new Deployed(StackOperation.READ, stack));
    }

    private static boolean isSame(StackSnapshot then, StackSnapshot now) {
        return then.id().equals(now.id())
                && then.status().equals(now.status())
                && then.lastUpdated().equals(now.lastUpdated());
    }

    boolean discard(PlannedStack plan, ChangeSetSnapshot changeSet) {
        planner().discard(plan, changeSet);
        return true;
    }

    private StackPlanner planner() {
        return StackPlanner.of(request, guard, clients);
    }

    DkpDeployment adopt() {
        AdoptionSurvey survey = AdoptionSurvey.of(spec, where, clients);
        return handle(StackAdopter.of(request, guard, clients, survey).adopt());
    }

    DkpDrift drift() {
        return DriftCheck.of(request, guard, clients, where).run();
    }

    DriftReversion revertDrift() {
        return DriftReversal.of(request, guard, clients, where, spec.foreignAccess())
                .run();
    }

    /** Returns what there is now as a user gets it. */
    DkpDeployment handle(Deployed deployed) {
        DeploymentOutcome outcome = outcome(deployed.done());
        SessionOpener opener = outcome == DeploymentOutcome.UNCHANGED ? sessions : sessions.afterChange();
        DeploymentOutputs outputs = outputs(deployed.stack());
        return new DkpDeployment(
                outcome,
                deployed.stack().id(),
                outputs,
                spec.roleProbe().map(budget -> new RoleProbe(clients, outputs.roleArn()).within(budget)),
                deployed.earlierFailure(),
                opener);
    }

    private DeploymentOutputs outputs(StackSnapshot stack) {
        StackReader stacks = StackReader.of(clients, spec.stackName());
        return new OutputReader(stacks)
                .read(stack)
                .orElseThrow(() -> new StackOperationException(
                        "Stack %s (%s) is %s but lacks the role, policy or instance profile: is it another stack of that name?"
                                .formatted(stack.name(), stack.id(), stack.status()),
                        stack.id(),
                        StackOperation.READ,
                        null,
                        null,
                        null));
    }

    private static StackRequest request(BootstrapSpec spec, Template template) {
        return StackRequest.builder()
                .stackName(spec.stackName())
                .templateBody(template.body())
                .tags(spec.tags())
                .timeout(spec.timeout())
                .listener(spec.listener())
                .failedStack(spec.failedStack())
                .stuckRollback(spec.stuckRollback())
                .unfinishedUpdate(spec.unfinishedUpdate())
                .build();
    }

    private static DeploymentOutcome outcome(StackOperation done) {
        return switch (done) {
            case CREATE -> DeploymentOutcome.CREATED;
            case UPDATE -> DeploymentOutcome.UPDATED;
            case IMPORT -> DeploymentOutcome.ADOPTED;
            default -> DeploymentOutcome.UNCHANGED;
        };
    }
}
