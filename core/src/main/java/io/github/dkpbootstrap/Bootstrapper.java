// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import io.github.dkpbootstrap.deploy.ChangeSetSnapshot;
import io.github.dkpbootstrap.deploy.PlannedStack;
import io.github.dkpbootstrap.deploy.StackReader;
import io.github.dkpbootstrap.deploy.Unanswered;
import io.github.dkpbootstrap.policy.PolicyDocument;
import io.github.dkpbootstrap.template.Template;
import io.github.dkpbootstrap.template.TemplateRenderer;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * The verbs of {@link DkpBootstrap} on clients of one's own: another Region or endpoint, another HTTP client, assumed
 * credentials. Immutable and thread-safe; calls block until the operation has ended, but for those that return a
 * future.
 *
 * <p>Missing credentials, a missing Region, and what AWS answers and this library does not treat are thrown as the SDK's own
 * exceptions; everything else is a {@link BootstrapException}.
 */
public final class Bootstrapper {
    private static final Logger LOG = LoggerFactory.getLogger(Bootstrapper.class);

    private final SessionOpener sessions;

    Bootstrapper(SessionOpener sessions) {
        this.sessions = sessions;
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
     * @throws FrozenPropertyException if the spec would change what cannot change: a name, a path, the description
     * @throws StackOperationException if the stack does not reach the wanted state: with the first resource that failed,
     *     AWS's reason and what to do
     */
    public DkpDeployment deploy(BootstrapSpec spec) {
        return with(spec, Verb::deploy);
    }

    /** Returns what deploying the vendor's stack would change; see {@link #plan(BootstrapSpec)}. */
    public DkpPlan plan() {
        return plan(BootstrapSpec.defaults());
    }

    /** Returns what deploying the stack that {@code spec} builds would change; see {@link #plan(BootstrapSpec)}. */
    public DkpPlan plan(Consumer<BootstrapSpec.Builder> spec) {
        return plan(built(spec));
    }

    /**
     * Returns what {@link #deploy(BootstrapSpec)} would change. Makes a change set to find out, which the plan executes or
     * throws away; changes nothing else. An operation in flight is waited for.
     *
     * @throws WrongAccountException if the credentials are of another account than the spec names
     * @throws ResourceNameTakenException if a name is in use already
     * @throws FrozenPropertyException if the spec would change what cannot change: a name, a path, the description
     * @throws StackOperationException if the stack is in a status from which no change set leads on, or AWS refuses one
     */
    public DkpPlan plan(BootstrapSpec spec) {
        return new DkpPlan(spec, with(spec, Verb::plan), this);
    }

    /** Deploys the vendor's stack without blocking; see {@link #deployAsync(BootstrapSpec)}. */
    public CompletableFuture<DkpDeployment> deployAsync() {
        return deployAsync(BootstrapSpec.defaults());
    }

    /** Deploys the stack that {@code spec} builds without blocking; see {@link #deployAsync(BootstrapSpec)}. */
    public CompletableFuture<DkpDeployment> deployAsync(Consumer<BootstrapSpec.Builder> spec) {
        return deployAsync(built(spec));
    }

    /**
     * Does what {@link #deploy(BootstrapSpec)} does on a thread of its own, a daemon named {@code dkp-deploy-} and the stack,
     * which ends with the operation. The listener is called on that thread. It has the caller's context class loader and
     * inheritable thread locals; other thread locals, the MDC of most loggers among them, are not carried over.
     *
     * <p>What {@code deploy} throws is the cause of the {@code CompletionException} of {@code join} and of the
     * {@code ExecutionException} of {@code get}. {@code cancel(true)} on this very future, not on one derived from it,
     * interrupts the thread: it follows the operation no longer, and AWS goes on or the update is cancelled as
     * {@link BootstrapSpec#unfinishedUpdate()} says. The future is cancelled at once; the thread may take a call to AWS longer.
     * {@code cancel(false)}, a time-out and a completion from outside let the operation run on.
     *
     * @return the deployment, when the operation has ended
     * @throws InvalidBootstrapSpecException at once, if a policy or the template is larger than AWS takes
     */
    public CompletableFuture<DkpDeployment> deployAsync(BootstrapSpec spec) {
        return OwnThread.deploy(spec, () -> deploy(spec));
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
        return use(spec, borrowed -> new OutputReader(StackReader.of(borrowed, spec.stackName())).status(spec));
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
        return with(spec, Verb::destroy);
    }

    /** Deletes the vendor's stack without blocking; see {@link #destroyAsync(BootstrapSpec)}. */
    public CompletableFuture<DestroyOutcome> destroyAsync() {
        return destroyAsync(BootstrapSpec.defaults());
    }

    /** Deletes the stack that {@code spec} names without blocking; see {@link #destroyAsync(BootstrapSpec)}. */
    public CompletableFuture<DestroyOutcome> destroyAsync(Consumer<BootstrapSpec.Builder> spec) {
        return destroyAsync(built(spec));
    }

    /**
     * Does what {@link #destroy(BootstrapSpec)} does on a thread of its own, named {@code dkp-destroy-} and the stack. Thread,
     * failures and cancellation are as {@link #deployAsync(BootstrapSpec)} says; AWS always goes on with a deletion.
     */
    public CompletableFuture<DestroyOutcome> destroyAsync(BootstrapSpec spec) {
        return OwnThread.destroy(spec, () -> destroy(spec));
    }

    /** Takes role, policy and instance profile of the vendor's names into its stack; see {@link #adopt(BootstrapSpec)}. */
    public DkpDeployment adopt() {
        return adopt(BootstrapSpec.defaults());
    }

    /** Takes what exists of the names in the spec into its stack; see {@link #adopt(BootstrapSpec)}. */
    public DkpDeployment adopt(Consumer<BootstrapSpec.Builder> spec) {
        return adopt(built(spec));
    }

    /**
     * Takes the role, policy and instance profile that exist already into the stack, then deploys it: what does not exist is
     * made, and outputs and tags are set. The resources themselves are not touched by the first step, which is why they must
     * be as the spec says; where the spec says nothing they may be anything. What others attached to them stays theirs. A
     * stack that has them already is deployed.
     *
     * @throws WrongAccountException if the credentials are of another account than the spec names
     * @throws AdoptionRefusedException if none of them exists, one differs from the spec, or may not be read
     * @throws ResourceNameTakenException if one belongs to another stack, be it in another Region that can be asked
     * @throws FrozenPropertyException if the stack has resources that the spec names otherwise
     * @throws StackOperationException if the stack does not reach the wanted state
     * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/import-resources.html">Import AWS
     *     resources into a stack</a>
     */
    public DkpDeployment adopt(BootstrapSpec spec) {
        return with(spec, Verb::adopt);
    }

    /** Looks how the vendor's stack differs from its template. Changes nothing. */
    public DkpDrift drift() {
        return drift(BootstrapSpec.defaults());
    }

    /** Looks how the stack that {@code spec} names differs from its template. Changes nothing. */
    public DkpDrift drift(Consumer<BootstrapSpec.Builder> spec) {
        return drift(built(spec));
    }

    /**
     * Looks how the resources of the stack that {@code spec} names differ from what the stack's own template says: by
     * CloudFormation's drift detection, and by a comparison of our own with what IAM has, because CloudFormation does not see
     * edited policies, foreign attachments and inline policies. Changes nothing. What the caller may not read is a warning
     * in the result.
     *
     * @throws WrongAccountException if the credentials are of another account than the spec names
     * @throws StackOperationException if there is no such stack, or it is no bootstrap stack
     * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-stack-drift.html">Drift
     *     detection</a>
     */
    public DkpDrift drift(BootstrapSpec spec) {
        return with(spec, Verb::drift);
    }

    /** Brings the vendor's stack back to its template; see {@link #revertDrift(BootstrapSpec)}. */
    public DriftReversion revertDrift() {
        return revertDrift(BootstrapSpec.defaults());
    }

    /** Brings the stack that {@code spec} names back to its template; see {@link #revertDrift(BootstrapSpec)}. */
    public DriftReversion revertDrift(Consumer<BootstrapSpec.Builder> spec) {
        return revertDrift(built(spec));
    }

    /**
     * Brings the resources of the stack that {@code spec} names back to what the stack's own template says, once nothing is
     * in flight: by a change set of CloudFormation as far as it sees, and by calls to IAM for the rest. Access that others
     * gave outside the stack is removed only if the spec says {@code foreignAccess(ForeignAccess.REMOVE)}; else it is in
     * {@link DriftReversion#remaining()}. What IAM refuses is a warning in the result. Can be called again at any time.
     *
     * @throws WrongAccountException if the credentials are of another account than the spec names
     * @throws StackOperationException if there is no such stack, it holds something else, must be mended first, or the change
     *     set fails
     * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/drift-aware-change-sets.html">Drift-aware
     *     change sets</a>
     */
    public DriftReversion revertDrift(BootstrapSpec spec) {
        return with(spec, Verb::revertDrift);
    }

    /** Returns what works on users, groups and their access keys. No call to AWS. */
    public UserAccess access() {
        return new UserAccess(this);
    }

    /** Returns the template that {@link #deploy(BootstrapSpec)} would send. No call to AWS. */
    public Template template(BootstrapSpec spec) {
        return TemplateRenderer.render(spec);
    }

    /** Returns the permissions that {@link #deploy(BootstrapSpec)} would give the role. No call to AWS. */
    public PolicyDocument policy(BootstrapSpec spec) {
        return TemplateRenderer.render(spec).permissions();
    }

    static BootstrapSpec built(Consumer<BootstrapSpec.Builder> spec) {
        BootstrapSpec.Builder builder = BootstrapSpec.builder();
        spec.accept(builder);
        return builder.build();
    }

    DkpDeployment execute(BootstrapSpec spec, PlannedStack plan) {
        return with(spec, verb -> verb.execute(plan));
    }

    /** What fails is logged: an unused change set does no harm. */
    void discard(BootstrapSpec spec, PlannedStack plan, ChangeSetSnapshot changeSet) {
        try {
            with(spec, verb -> verb.discard(plan, changeSet));
        } catch (SdkException | BootstrapException e) {
            LOG.warn("The change set {} could not be thrown away: {}", changeSet.id(), e.getMessage());
        }
    }

    private <T> T with(BootstrapSpec spec, Function<Verb, T> act) {
        return use(spec, borrowed -> act.apply(new Verb(spec, borrowed, sessions)));
    }

    <T> T use(BootstrapSpec spec, Function<BootstrapClients, T> act) {
        try {
            return sessions.clients().use(act);
        } catch (SdkException e) {
            throw Unanswered.explained(spec.stackName(), e);
        }
    }
}
