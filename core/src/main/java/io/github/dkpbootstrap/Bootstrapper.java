// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import io.github.dkpbootstrap.deploy.StackDeployer;
import io.github.dkpbootstrap.deploy.StackOperation;
import io.github.dkpbootstrap.deploy.StackReader;
import io.github.dkpbootstrap.deploy.StackRequest;
import io.github.dkpbootstrap.deploy.StackSnapshot;
import io.github.dkpbootstrap.policy.PolicyDocument;
import io.github.dkpbootstrap.sts.DkpSession;
import io.github.dkpbootstrap.template.Template;
import io.github.dkpbootstrap.template.TemplateComparison;
import io.github.dkpbootstrap.template.TemplateRenderer;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The verbs of {@link DkpBootstrap} on clients of one's own: another Region or endpoint, another HTTP client, assumed
 * credentials. Immutable and thread-safe; calls block until the operation has ended.
 *
 * <p>What AWS answers and this library does not treat is thrown as the SDK's own exception; everything else is a
 * {@link BootstrapException}.
 */
public final class Bootstrapper {
    private final BootstrapClients clients;
    private final Consumer<DkpSession.Builder> sessionDefaults;

    Bootstrapper(BootstrapClients clients, Consumer<DkpSession.Builder> sessionDefaults) {
        this.clients = clients;
        this.sessionDefaults = sessionDefaults;
    }

    /** Deploys the vendor's stack; see {@link #deploy(BootstrapSpec)}. */
    public DkpDeployment deploy() {
        return deploy(BootstrapSpec.defaults());
    }

    /** Deploys the stack that {@code spec} builds; see {@link #deploy(BootstrapSpec)}. */
    public DkpDeployment deploy(Consumer<BootstrapSpec.Builder> spec) {
        return deploy(built(spec));
    }

    /**
     * Creates the stack, or updates it where it differs, or finds nothing to do; follows it to the end.
     *
     * @throws WrongAccountException if the credentials are of another account than the spec names
     * @throws ResourceNameTakenException if a name is in use already
     * @throws FrozenNameException if the spec would rename a resource of the deployed stack
     * @throws StackOperationException if the stack does not reach the wanted state: with the first resource that failed,
     *     AWS's reason and what to do
     */
    public DkpDeployment deploy(BootstrapSpec spec) {
        Template template = TemplateRenderer.render(spec);
        CallerAccount caller = CallerAccount.of(clients.sts(), spec);
        StackReader stacks = StackReader.of(clients.cloudFormation());
        Optional<StackSnapshot> existing = stacks.find(spec.stackName());
        existing.ifPresentOrElse(
                stack -> new FrozenNameCheck(stacks).check(spec, stack),
                () -> new NamePrecheck(stacks, clients.iam()).check(spec, caller));
        TemplateComparison comparison = TemplateComparison.in(caller.account(), caller.partition());
        StackDeployer.Result result = StackDeployer.of(clients)
                .deploy(
                        request(spec, template),
                        (stack, deployed) -> sameTags(spec, stack) && comparison.same(template, deployed));
        return new DkpDeployment(
                outcome(result.done()), result.stack().id(), outputs(stacks, result.stack()), sessionDefaults);
    }

    /** Returns the vendor's stack as it is now. */
    public DkpStatus status() {
        return status(BootstrapSpec.defaults());
    }

    /** Returns the stack that {@code spec} names as it is now. */
    public DkpStatus status(Consumer<BootstrapSpec.Builder> spec) {
        return status(built(spec));
    }

    /** Returns the stack that {@code spec} names as it is now. Changes nothing, and never fails for want of a stack. */
    public DkpStatus status(BootstrapSpec spec) {
        StackReader stacks = StackReader.of(clients.cloudFormation());
        Optional<StackSnapshot> stack = stacks.find(spec.stackName());
        return DkpStatus.builder()
                .stackName(spec.stackName())
                .stackId(stack.map(StackSnapshot::id))
                .stackStatus(stack.map(StackSnapshot::status))
                .reason(stack.flatMap(StackSnapshot::statusReason))
                .outputs(stack.flatMap(new OutputReader(stacks)::read))
                .build();
    }

    /** Deletes the vendor's stack; see {@link #destroy(BootstrapSpec)}. */
    public DestroyOutcome destroy() {
        return destroy(BootstrapSpec.defaults());
    }

    /** Deletes the stack that {@code spec} names; see {@link #destroy(BootstrapSpec)}. */
    public DestroyOutcome destroy(Consumer<BootstrapSpec.Builder> spec) {
        return destroy(built(spec));
    }

    /**
     * Deletes the stack that {@code spec} names, and with it the role, the policy and the instance profile.
     *
     * @throws WrongAccountException if the credentials are of another account than the spec names
     * @throws StackOperationException if the stack has termination protection, or something outside it uses a resource
     */
    public DestroyOutcome destroy(BootstrapSpec spec) {
        CallerAccount.of(clients.sts(), spec);
        return StackDeployer.of(clients)
                        .destroy(request(spec, TemplateRenderer.render(spec)))
                        .isPresent()
                ? DestroyOutcome.DESTROYED
                : DestroyOutcome.ABSENT;
    }

    /** Returns the template that {@link #deploy(BootstrapSpec)} would send. No call to AWS. */
    public Template template(BootstrapSpec spec) {
        return TemplateRenderer.render(spec);
    }

    /** Returns the permissions that {@link #deploy(BootstrapSpec)} would give the role. No call to AWS. */
    public PolicyDocument policy(BootstrapSpec spec) {
        return TemplateRenderer.render(spec).permissions();
    }

    private static BootstrapSpec built(Consumer<BootstrapSpec.Builder> spec) {
        BootstrapSpec.Builder builder = BootstrapSpec.builder();
        spec.accept(builder);
        return builder.build();
    }

    private static StackRequest request(BootstrapSpec spec, Template template) {
        return StackRequest.builder()
                .stackName(spec.stackName())
                .templateBody(template.body())
                .tags(spec.tags())
                .timeout(spec.timeout())
                .listener(spec.listener())
                .build();
    }

    private static boolean sameTags(BootstrapSpec spec, StackSnapshot stack) {
        return spec.tags().isEmpty() || spec.tags().equals(stack.tags());
    }

    private static DeploymentOutcome outcome(StackOperation done) {
        return switch (done) {
            case CREATE -> DeploymentOutcome.CREATED;
            case UPDATE -> DeploymentOutcome.UPDATED;
            default -> DeploymentOutcome.UNCHANGED;
        };
    }

    private static DeploymentOutputs outputs(StackReader stacks, StackSnapshot stack) {
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
}
