// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import io.github.dkpbootstrap.PolicyAttachment.Outcome;
import io.github.dkpbootstrap.iam.Entity;
import io.github.dkpbootstrap.iam.IamWriter;
import io.github.dkpbootstrap.iam.IdentityReader;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.iam.model.LimitExceededException;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;

/** One call that attaches the policy of a stack to a user or group by IAM alone, or detaches it. */
final class AttachmentVerb {
    private static final Logger LOG = LoggerFactory.getLogger(AttachmentVerb.class);

    private final StackPolicy policy;
    private final PolicyHolder holder;
    private final Entity entity;
    private final IdentityReader iam;
    private final IamWriter writer;

    AttachmentVerb(StackPolicy policy, PolicyHolder holder, BootstrapClients clients) {
        this.policy = policy;
        this.holder = holder;
        this.entity = PolicyHolders.entity(holder);
        this.iam = new IdentityReader(clients, policy.stackName());
        this.writer = new IamWriter(clients, policy.stackName());
    }

    PolicyAttachment attach() {
        refuseMissing();
        policy.refuseLeaving(holder);
        List<String> attached = iam.attached(entity);
        List<String> groups = groups();
        if (attached.contains(policy.arn())) {
            return done(Outcome.ALREADY_ATTACHED, groups);
        }
        if (!groups.isEmpty()) {
            return done(Outcome.GIVEN_BY_GROUP, groups);
        }
        new AttachmentPrecheck(iam).refuseFull(List.of(holder));
        write();
        return done(Outcome.ATTACHED, groups);
    }

    PolicyAttachment detach() {
        policy.refuseOwn(holder);
        refuseMissing();
        boolean attached = iam.attached(entity).contains(policy.arn());
        if (attached) {
            writer.detach(entity, policy.arn());
        }
        return done(attached ? Outcome.DETACHED : Outcome.NOT_ATTACHED, groups());
    }

    private void refuseMissing() {
        Optional<String> name = iam.nameOf(entity);
        if (name.isEmpty()) {
            throw missing();
        }
    }

    private MissingPolicyHoldersException missing() {
        return new MissingPolicyHoldersException(
                "%s does not exist in the account, and nothing was changed. Make it first (this library makes no users, groups or keys), or correct the name"
                        .formatted(sentenceStart(holder.describe())),
                List.of(holder));
    }

    /** Others may work at the same time: what they did between the checks and the call comes as IAM's own errors. */
    private void write() {
        try {
            writer.attach(entity, policy.arn());
        } catch (NoSuchEntityException e) {
            if (iam.nameOf(entity).isEmpty()) {
                throw missing();
            }
            throw policy.gone(holder, e);
        } catch (LimitExceededException e) {
            throw new AttachmentQuotaException(
                    "%s has no room for another managed policy: %s. Detach one, have AWS raise the quota (20 at most), or give the policy to a group of the user instead"
                            .formatted(sentenceStart(holder.describe()), e.getMessage()),
                    List.of(holder));
        }
    }

    /** Only users are in groups. What may not be read is no reason not to attach. */
    private List<String> groups() {
        if (!(holder instanceof PolicyHolder.User)) {
            return List.of();
        }
        try {
            return iam.groupsOf(holder.name()).stream()
                    .filter(group -> iam.attached(group).contains(policy.arn()))
                    .map(Entity::name)
                    .toList();
        } catch (AwsServiceException e) {
            LOG.warn(
                    "Which groups give the policy to {} could not be read (needs iam:ListGroupsForUser and iam:ListAttachedGroupPolicies): {}",
                    holder.describe(),
                    e.getMessage());
            return List.of();
        }
    }

    private PolicyAttachment done(Outcome outcome, List<String> groups) {
        return PolicyAttachment.builder()
                .outcome(outcome)
                .holder(holder)
                .policyArn(policy.asArn())
                .groups(groups)
                .build();
    }

    private static String sentenceStart(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
