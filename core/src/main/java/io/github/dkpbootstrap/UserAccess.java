// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The third way in of the vendor's page: the policy of the stack attached to users and groups that exist, who then work with
 * their access keys. Never makes a user, a group or a key. Immutable and thread-safe; each call blocks until IAM has answered.
 *
 * <pre>{@code
 * DkpBootstrap.access().attachPolicy(PolicyHolder.user("alice"));
 * }</pre>
 *
 * <p>What is attached here is not the stack's: {@code drift()} reports it, and {@code destroy()} is blocked by it, and says so,
 * until it is detached. For attachments that the stack keeps see {@link BootstrapSpec#policyUsers()}.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_manage-attach-detach.html">Adding and removing
 *     IAM identity permissions</a>
 */
public final class UserAccess {
    private final Bootstrapper bootstrapper;

    UserAccess(Bootstrapper bootstrapper) {
        this.bootstrapper = bootstrapper;
    }

    /** Attaches the policy of the vendor's stack; see {@link #attachPolicy(BootstrapSpec, PolicyHolder)}. */
    public PolicyAttachment attachPolicy(PolicyHolder holder) {
        return attachPolicy(BootstrapSpec.defaults(), holder);
    }

    /** Attaches the policy of the stack that {@code spec} names; see {@link #attachPolicy(BootstrapSpec, PolicyHolder)}. */
    public PolicyAttachment attachPolicy(Consumer<BootstrapSpec.Builder> spec, PolicyHolder holder) {
        return attachPolicy(Bootstrapper.built(spec), holder);
    }

    /**
     * Attaches the policy of the stack that {@code spec} names to a user or group, unless it is attached already or a group of
     * the user has it. Of the spec only the stack's name and the account matter.
     *
     * @throws WrongAccountException if the credentials are of another account than the spec names
     * @throws PolicyAttachmentException if there is no such stack, or no policy of it
     * @throws MissingPolicyHoldersException if the user or group does not exist
     * @throws AttachmentQuotaException if there is no room for another managed policy
     * @throws StackOperationException if the stack is being deleted, or a permission is missing, which the message names
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_AttachUserPolicy.html">AttachUserPolicy</a>
     */
    public PolicyAttachment attachPolicy(BootstrapSpec spec, PolicyHolder holder) {
        return on(spec, holder, AttachmentVerb::attach);
    }

    /** Detaches the policy of the vendor's stack; see {@link #detachPolicy(BootstrapSpec, PolicyHolder)}. */
    public PolicyAttachment detachPolicy(PolicyHolder holder) {
        return detachPolicy(BootstrapSpec.defaults(), holder);
    }

    /** Detaches the policy of the stack that {@code spec} names; see {@link #detachPolicy(BootstrapSpec, PolicyHolder)}. */
    public PolicyAttachment detachPolicy(Consumer<BootstrapSpec.Builder> spec, PolicyHolder holder) {
        return detachPolicy(Bootstrapper.built(spec), holder);
    }

    /**
     * Detaches the policy of the stack that {@code spec} names from a user or group, if it is attached. Of the spec only the
     * stack's name and the account matter.
     *
     * @throws WrongAccountException if the credentials are of another account than the spec names
     * @throws PolicyAttachmentException if there is no such stack, no policy of it, or the stack itself attaches it
     * @throws MissingPolicyHoldersException if the user or group does not exist
     * @throws StackOperationException if a permission is missing, which the message names
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_DetachUserPolicy.html">DetachUserPolicy</a>
     */
    public PolicyAttachment detachPolicy(BootstrapSpec spec, PolicyHolder holder) {
        return on(spec, holder, AttachmentVerb::detach);
    }

    /** Looks at the access keys of a user by the rules of AWS Security Hub; see {@link #keyReport(String, AccessKeyRules)}. */
    public AccessKeyReport keyReport(String user) {
        return keyReport(user, AccessKeyRules.defaults());
    }

    /**
     * Looks at the access keys of a user: their age, last use and number, and what is left of old ones; at the user's second
     * factor; and at the root user of the account. Changes nothing and sees no secret. What the caller may not read is an
     * advice of the kind {@link KeyAdvice.Check#NOT_CHECKED}, which names the permission.
     *
     * @param user the name of the user, without path
     * @throws InvalidBootstrapSpecException if it is no name of a user
     * @throws MissingPolicyHoldersException if there is no such user
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html">Manage access keys for
     *     IAM users</a>
     */
    public AccessKeyReport keyReport(String user, AccessKeyRules rules) {
        SpecChecks.userName("user", user);
        return bootstrapper.use(
                BootstrapSpec.defaults(), clients -> new AccessKeyAdvisor(user, rules, clients).report());
    }

    private PolicyAttachment on(
            BootstrapSpec spec, PolicyHolder holder, Function<AttachmentVerb, PolicyAttachment> act) {
        return bootstrapper.use(spec, clients -> {
            CallerAccount.of(clients, spec);
            return act.apply(new AttachmentVerb(StackPolicy.find(spec, holder, clients), holder, clients));
        });
    }
}
