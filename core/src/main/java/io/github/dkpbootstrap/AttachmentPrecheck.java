// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import io.github.dkpbootstrap.iam.Entity;
import io.github.dkpbootstrap.iam.IdentityReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * Finds, before a policy is attached to users and groups, that they do not exist or have no room for it. CloudFormation would
 * find out only after it has begun, and roll back. What may not be read is left to AWS, with a warning.
 */
final class AttachmentPrecheck {
    private static final Logger LOG = LoggerFactory.getLogger(AttachmentPrecheck.class);

    private final IdentityReader iam;
    private final AttachmentLimits limits;

    AttachmentPrecheck(IdentityReader iam) {
        this.iam = iam;
        this.limits = new AttachmentLimits(iam);
    }

    /**
     * Checks those to whom a stack newly attaches its policy.
     *
     * @param wanted all whom the spec names
     * @param already whom the stack attaches it to as it is
     * @param policy the policy's ARN, if it exists
     * @throws MissingPolicyHoldersException if one does not exist, or is written otherwise than IAM has it
     * @throws AttachmentQuotaException if one has no room
     */
    void check(List<PolicyHolder> wanted, Set<Entity> already, Optional<String> policy) {
        List<PolicyHolder> added = wanted.stream()
                .filter(holder -> !already.contains(PolicyHolders.entity(holder)))
                .toList();
        refuseMissing(added);
        refuseFull(added.stream().filter(holder -> !has(holder, policy)).toList());
    }

    private void refuseMissing(List<PolicyHolder> holders) {
        List<PolicyHolder> missing = new ArrayList<>();
        List<String> told = new ArrayList<>();
        for (PolicyHolder holder : holders) {
            String action = holder instanceof PolicyHolder.User ? "iam:GetUser" : "iam:GetGroup";
            read(holder, action, () -> iam.nameOf(PolicyHolders.entity(holder)))
                    .flatMap(name -> difference(holder, name))
                    .ifPresent(difference -> {
                        missing.add(holder);
                        told.add(difference);
                    });
        }
        if (!missing.isEmpty()) {
            throw new MissingPolicyHoldersException(
                    "The policy cannot be attached, and nothing was changed: %s. Make them first (this library makes no users, groups or keys), or correct the names"
                            .formatted(String.join("; ", told)),
                    missing);
        }
    }

    /** Case matters to nobody but those who compare later: CloudFormation's drift detection, and this library's. */
    private static Optional<String> difference(PolicyHolder holder, Optional<String> name) {
        if (name.isEmpty()) {
            return Optional.of(holder.describe() + " does not exist");
        }
        return name.filter(actual -> !actual.equals(holder.name()))
                .map(actual -> "%s is %s in IAM".formatted(holder.describe(), actual));
    }

    private boolean has(PolicyHolder holder, Optional<String> policy) {
        boolean has = policy.isPresent() && attached(holder).contains(policy.get());
        if (has) {
            LOG.warn(
                    "The policy {} is attached to {} already, outside the stack; from now on the stack attaches it, and detaches it when it is deleted",
                    policy.get(),
                    holder.describe());
        }
        return has;
    }

    /** Checks that there is room for one more policy, whatever is attached already. */
    void refuseFull(List<PolicyHolder> holders) {
        List<PolicyHolder> full = new ArrayList<>();
        List<String> told = new ArrayList<>();
        for (PolicyHolder holder : holders) {
            int count = attached(holder).size();
            int limit = limits.of(holder, count);
            if (count >= limit) {
                full.add(holder);
                told.add("%s has %d of %d".formatted(holder.describe(), count, limit));
            }
        }
        if (!full.isEmpty()) {
            throw new AttachmentQuotaException(
                    "There is no room for another managed policy, and nothing was changed: %s. Detach one, have AWS raise the quota (20 at most), or give the policy to a group of the user instead"
                            .formatted(String.join("; ", told)),
                    full);
        }
    }

    private List<String> attached(PolicyHolder holder) {
        String action =
                holder instanceof PolicyHolder.User ? "iam:ListAttachedUserPolicies" : "iam:ListAttachedGroupPolicies";
        return read(holder, action, () -> iam.attached(PolicyHolders.entity(holder)))
                .orElse(List.of());
    }

    private static <T> Optional<T> read(PolicyHolder holder, String action, Supplier<T> read) {
        try {
            return Optional.of(read.get());
        } catch (AwsServiceException e) {
            LOG.warn(
                    "What {} has could not be read, AWS will tell (needs {}): {}",
                    holder.describe(),
                    action,
                    e.getMessage());
            return Optional.empty();
        }
    }
}
