// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import io.github.dkpbootstrap.policy.PolicyDocument;
import io.github.dkpbootstrap.template.Template;
import io.github.dkpbootstrap.template.TemplateRenderer;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * The one door: prepares an AWS account for DKP clusters, as the vendor's page <i>Configure IAM Prerequisites before
 * starting a cluster</i> asks for it.
 *
 * <pre>{@code
 * DkpDeployment dkp = DkpBootstrap.deploy();                     // create or update the stack, follow it to the end
 *
 * try (DkpSession session = dkp.openSession("create-cluster");   // assumes dkp-bootstrapper-role, keeps itself fresh
 *         Ec2Client ec2 = Ec2Client.builder().credentialsProvider(session.credentials()).build()) {
 *     ec2.describeVpcs();
 * }
 * }</pre>
 *
 * <p>The static verbs use the SDK's default credentials and Region, and {@code AWS_DEFAULT_REGION}, which the vendor's page
 * exports and the SDK ignores. For anything else bring your own clients: {@link #using(BootstrapClients)}. All verbs are
 * thread-safe and block until the operation has ended, but for those that return a future.
 */
public final class DkpBootstrap {
    private DkpBootstrap() {}

    /** Deploys the vendor's stack; see {@link Bootstrapper#deploy(BootstrapSpec)}. */
    public static DkpDeployment deploy() {
        return deploy(BootstrapSpec.defaults());
    }

    /** Deploys the stack that {@code spec} builds; see {@link Bootstrapper#deploy(BootstrapSpec)}. */
    public static DkpDeployment deploy(Consumer<BootstrapSpec.Builder> spec) {
        return deploy(Bootstrapper.built(spec));
    }

    /** Deploys a stack; see {@link Bootstrapper#deploy(BootstrapSpec)}. */
    public static DkpDeployment deploy(BootstrapSpec spec) {
        return defaults().deploy(spec);
    }

    /** Returns what deploying the vendor's stack would change; see {@link Bootstrapper#plan(BootstrapSpec)}. */
    public static DkpPlan plan() {
        return plan(BootstrapSpec.defaults());
    }

    /** Returns what deploying the stack that {@code spec} builds would change; see {@link Bootstrapper#plan(BootstrapSpec)}. */
    public static DkpPlan plan(Consumer<BootstrapSpec.Builder> spec) {
        return plan(Bootstrapper.built(spec));
    }

    /** Returns what deploying a stack would change; see {@link Bootstrapper#plan(BootstrapSpec)}. */
    public static DkpPlan plan(BootstrapSpec spec) {
        return defaults().plan(spec);
    }

    /** Deploys the vendor's stack without blocking; see {@link Bootstrapper#deployAsync(BootstrapSpec)}. */
    public static CompletableFuture<DkpDeployment> deployAsync() {
        return deployAsync(BootstrapSpec.defaults());
    }

    /** Deploys the stack that {@code spec} builds without blocking; see {@link #deployAsync(BootstrapSpec)}. */
    public static CompletableFuture<DkpDeployment> deployAsync(Consumer<BootstrapSpec.Builder> spec) {
        return deployAsync(Bootstrapper.built(spec));
    }

    /**
     * Deploys a stack without blocking; see {@link Bootstrapper#deployAsync(BootstrapSpec)}. The clients are made and closed
     * on the thread of the operation: what keeps them from being made fails the future.
     */
    public static CompletableFuture<DkpDeployment> deployAsync(BootstrapSpec spec) {
        return OwnThread.deploy(spec, () -> deploy(spec));
    }

    /** Returns the vendor's stack as it is now. */
    public static DkpStatus status() {
        return status(BootstrapSpec.defaults());
    }

    /** Returns the stack that {@code spec} names as it is now; see {@link Bootstrapper#status(BootstrapSpec)}. */
    public static DkpStatus status(Consumer<BootstrapSpec.Builder> spec) {
        return status(Bootstrapper.built(spec));
    }

    /** Returns the stack that {@code spec} names as it is now; see {@link Bootstrapper#status(BootstrapSpec)}. */
    public static DkpStatus status(BootstrapSpec spec) {
        return defaults().status(spec);
    }

    /** Deletes the vendor's stack; see {@link Bootstrapper#destroy(BootstrapSpec)}. */
    public static DestroyOutcome destroy() {
        return destroy(BootstrapSpec.defaults());
    }

    /** Deletes the stack that {@code spec} names; see {@link Bootstrapper#destroy(BootstrapSpec)}. */
    public static DestroyOutcome destroy(Consumer<BootstrapSpec.Builder> spec) {
        return destroy(Bootstrapper.built(spec));
    }

    /** Deletes the stack that {@code spec} names; see {@link Bootstrapper#destroy(BootstrapSpec)}. */
    public static DestroyOutcome destroy(BootstrapSpec spec) {
        return defaults().destroy(spec);
    }

    /** Deletes the vendor's stack without blocking; see {@link Bootstrapper#destroyAsync(BootstrapSpec)}. */
    public static CompletableFuture<DestroyOutcome> destroyAsync() {
        return destroyAsync(BootstrapSpec.defaults());
    }

    /** Deletes the stack that {@code spec} names without blocking; see {@link #destroyAsync(BootstrapSpec)}. */
    public static CompletableFuture<DestroyOutcome> destroyAsync(Consumer<BootstrapSpec.Builder> spec) {
        return destroyAsync(Bootstrapper.built(spec));
    }

    /**
     * Deletes a stack without blocking; see {@link Bootstrapper#destroyAsync(BootstrapSpec)}. The clients are made and closed
     * on the thread of the operation: what keeps them from being made fails the future.
     */
    public static CompletableFuture<DestroyOutcome> destroyAsync(BootstrapSpec spec) {
        return OwnThread.destroy(spec, () -> destroy(spec));
    }

    /** Takes what exists of the vendor's names into its stack; see {@link Bootstrapper#adopt(BootstrapSpec)}. */
    public static DkpDeployment adopt() {
        return adopt(BootstrapSpec.defaults());
    }

    /** Takes what exists of the names in the spec into its stack; see {@link Bootstrapper#adopt(BootstrapSpec)}. */
    public static DkpDeployment adopt(Consumer<BootstrapSpec.Builder> spec) {
        return adopt(Bootstrapper.built(spec));
    }

    /** Takes what exists into a stack; see {@link Bootstrapper#adopt(BootstrapSpec)}. */
    public static DkpDeployment adopt(BootstrapSpec spec) {
        return defaults().adopt(spec);
    }

    /** Looks how the vendor's stack differs from its template; see {@link Bootstrapper#drift(BootstrapSpec)}. */
    public static DkpDrift drift() {
        return drift(BootstrapSpec.defaults());
    }

    /** Looks how a stack differs from its template; see {@link Bootstrapper#drift(BootstrapSpec)}. */
    public static DkpDrift drift(Consumer<BootstrapSpec.Builder> spec) {
        return drift(Bootstrapper.built(spec));
    }

    /** Looks how a stack differs from its template; see {@link Bootstrapper#drift(BootstrapSpec)}. */
    public static DkpDrift drift(BootstrapSpec spec) {
        return defaults().drift(spec);
    }

    /** Brings the vendor's stack back to its template; see {@link Bootstrapper#revertDrift(BootstrapSpec)}. */
    public static DriftReversion revertDrift() {
        return revertDrift(BootstrapSpec.defaults());
    }

    /** Brings a stack back to its template; see {@link Bootstrapper#revertDrift(BootstrapSpec)}. */
    public static DriftReversion revertDrift(Consumer<BootstrapSpec.Builder> spec) {
        return revertDrift(Bootstrapper.built(spec));
    }

    /** Brings a stack back to its template; see {@link Bootstrapper#revertDrift(BootstrapSpec)}. */
    public static DriftReversion revertDrift(BootstrapSpec spec) {
        return defaults().revertDrift(spec);
    }

    /** Returns what works on users, groups and their access keys; see {@link UserAccess}. No call to AWS. */
    public static UserAccess access() {
        return defaults().access();
    }

    /** Returns the template that deploying {@code spec} would send. No call to AWS. */
    public static Template template(BootstrapSpec spec) {
        return TemplateRenderer.render(spec);
    }

    /** Returns the permissions that deploying {@code spec} would give the role. No call to AWS. */
    public static PolicyDocument policy(BootstrapSpec spec) {
        return TemplateRenderer.render(spec).permissions();
    }

    /** Returns the same verbs on clients of your own, which are never closed here. Its sessions use their STS client. */
    public static Bootstrapper using(BootstrapClients clients) {
        return new Bootstrapper(SessionOpener.on(clients));
    }

    /** The clients are opened for each call of a verb, so that nothing outlives one. */
    private static Bootstrapper defaults() {
        return new Bootstrapper(SessionOpener.ofDefaults());
    }
}
