// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import io.github.dkpbootstrap.sts.DkpSession;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A handle on a deployed bootstrap stack: what was done, what there is, and the way to credentials of the role. Holds
 * nothing that must be closed; thread-safe.
 */
public final class DkpDeployment {
    private final DeploymentOutcome outcome;
    private final String stackId;
    private final DeploymentOutputs outputs;
    private final Optional<RoleReadiness> readiness;
    private final Optional<String> earlierFailure;
    private final Consumer<DkpSession.Builder> sessionDefaults;

    DkpDeployment(
            DeploymentOutcome outcome,
            String stackId,
            DeploymentOutputs outputs,
            Optional<RoleReadiness> readiness,
            Optional<String> earlierFailure,
            Consumer<DkpSession.Builder> sessionDefaults) {
        this.outcome = outcome;
        this.stackId = stackId;
        this.outputs = outputs;
        this.readiness = readiness;
        this.earlierFailure = earlierFailure;
        this.sessionDefaults = sessionDefaults;
    }

    /** Returns whether the stack was made, changed, or left as it was. */
    public DeploymentOutcome outcome() {
        return outcome;
    }

    /** Returns the ARN of the stack. */
    public String stackId() {
        return stackId;
    }

    /** Returns the ARNs of role, policy and instance profile. */
    public DeploymentOutputs outputs() {
        return outputs;
    }

    /**
     * Returns whether the role could be assumed already; nothing unless the spec asked for a
     * {@linkplain BootstrapSpec#roleProbe() probe}.
     */
    public Optional<RoleReadiness> readiness() {
        return readiness;
    }

    /**
     * Returns why the stack that was there before never came to be, with the resource, AWS's reason and the remedy; nothing
     * unless such a stack was deleted to make this one.
     */
    public Optional<String> earlierFailure() {
        return earlierFailure;
    }

    /**
     * Opens a session of the role that keeps itself fresh, as long as the role's default of one hour. The caller's
     * identity needs {@code sts:AssumeRole} on the role.
     *
     * @param sessionName how the session shows in CloudTrail: 2 to 64 of {@code [A-Za-z0-9_+=,.@-]}
     * @return a session to be closed; nothing is asked of AWS until its credentials are used
     */
    public DkpSession openSession(String sessionName) {
        return openSession(session -> session.sessionName(sessionName));
    }

    /** Opens a session of the role with more settings; see {@link #openSession(String)}. */
    public DkpSession openSession(Consumer<DkpSession.Builder> settings) {
        DkpSession.Builder session = DkpSession.builder();
        sessionDefaults.accept(session);
        session.roleArn(outputs.roleArn().toString());
        settings.accept(session);
        return session.build();
    }

    /** Returns the outcome and the stack; no secrets are in it. */
    @Override
    public String toString() {
        return "DkpDeployment{outcome=" + outcome + ", stackId=" + stackId + ", outputs=" + outputs
                + readiness.map(ready -> ", readiness=" + ready).orElse("") + "}";
    }
}
