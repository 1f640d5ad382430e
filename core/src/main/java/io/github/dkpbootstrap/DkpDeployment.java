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
    private final SessionOpener sessions;

    DkpDeployment(
            DeploymentOutcome outcome,
            String stackId,
            DeploymentOutputs outputs,
            Optional<RoleReadiness> readiness,
            Optional<String> earlierFailure,
            SessionOpener sessions) {
        this.outcome = outcome;
        this.stackId = stackId;
        this.outputs = outputs;
        this.readiness = readiness;
        this.earlierFailure = earlierFailure;
        this.sessions = sessions;
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
     * <p>For two minutes after a deployment that changed something a denial is tried again, as IAM may not have told STS yet;
     * a denial that stays is explained by the role's trust policy and the caller's own policies, where IAM lets them be read
     * ({@code iam:GetRole}; of a user {@code iam:GetUser}, {@code ListUserPolicies}, {@code GetUserPolicy},
     * {@code ListAttachedUserPolicies}, {@code ListGroupsForUser}, the same of groups, {@code iam:GetPolicy} and
     * {@code GetPolicyVersion}).
     *
     * @param sessionName how the session shows in CloudTrail: 2 to 64 of {@code [A-Za-z0-9_+=,.@-]}
     * @return a session to be closed; STS is asked when its credentials are used
     */
    public DkpSession openSession(String sessionName) {
        return openSession(session -> session.sessionName(sessionName));
    }

    /**
     * Opens a session of the role with more settings; see {@link #openSession(String)}. One that is longer than an hour is held
     * against the longest session of the role at once, by {@code iam:GetRole}. Of another role nothing is known
     * unless {@code roleFacts} are given.
     */
    public DkpSession openSession(Consumer<DkpSession.Builder> settings) {
        return sessions.open(outputs.roleArn(), settings);
    }

    /** Returns the outcome and the stack; no secrets are in it. */
    @Override
    public String toString() {
        return "DkpDeployment{outcome=" + outcome + ", stackId=" + stackId + ", outputs=" + outputs
                + readiness.map(ready -> ", readiness=" + ready).orElse("") + "}";
    }
}
