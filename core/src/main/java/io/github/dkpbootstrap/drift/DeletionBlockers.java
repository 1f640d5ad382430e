// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.drift;

import io.github.dkpbootstrap.BootstrapClients;
import io.github.dkpbootstrap.ForeignAccess;
import io.github.dkpbootstrap.deploy.StackReader;
import io.github.dkpbootstrap.deploy.StackSnapshot;
import io.github.dkpbootstrap.iam.Entity;
import io.github.dkpbootstrap.iam.IamReader;
import io.github.dkpbootstrap.iam.IamWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.iam.model.PolicyUsageType;

/**
 * Who, outside a stack, uses its resources so that IAM does not delete them. What cannot be read is left out: the failure of
 * the deletion is told all the same.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteRole.html">DeleteRole</a>
 */
public final class DeletionBlockers {
    private static final Logger LOG = LoggerFactory.getLogger(DeletionBlockers.class);

    private final StackReader stacks;
    private final IamReader iam;
    private final IamWriter writer;
    private final AccountContext where;
    private final ForeignAccess foreignAccess;

    private DeletionBlockers(
            StackReader stacks, IamReader iam, IamWriter writer, AccountContext where, ForeignAccess foreignAccess) {
        this.stacks = stacks;
        this.iam = iam;
        this.writer = writer;
        this.where = where;
        this.foreignAccess = foreignAccess;
    }

    /** Returns what finds the blockers of a stack of this name, for a spec that says this of them. */
    public static DeletionBlockers of(
            BootstrapClients clients, String stackName, AccountContext where, ForeignAccess foreignAccess) {
        return new DeletionBlockers(
                StackReader.of(clients, stackName),
                new IamReader(clients, stackName),
                new IamWriter(clients, stackName),
                where,
                foreignAccess);
    }

    /** Returns a sentence, without its full stop, that names who uses what; empty where nobody is known. */
    public String sentence(StackSnapshot stack) {
        try {
            Reads reads = new Reads();
            ExpectedStack expected = ExpectedStack.read(stacks, stack, where, reads);
            Map<String, List<String>> objects = new LinkedHashMap<>();
            List<ForeignUse> uses = uses(expected, reads);
            List<Entity> bounded = bounded(expected, reads);
            uses.forEach(use -> objects.computeIfAbsent(use.lead(), lead -> new ArrayList<>())
                    .add(use.object()));
            bounded.forEach(entity -> objects.computeIfAbsent(
                            "the policy " + expected.policyName() + " is the permissions boundary of",
                            lead -> new ArrayList<>())
                    .add(entity.describe()));
            return capitalized(objects.entrySet().stream()
                            .map(use -> use.getKey() + " " + String.join(" and ", use.getValue()))
                            .collect(Collectors.joining("; ")))
                    + advice(uses, bounded);
        } catch (SdkException e) {
            LOG.warn("Who uses the resources of stack {} could not be read: {}", stack.name(), e.getMessage());
            return "";
        }
    }

    /**
     * Removes what is in the way. That the policy limits others as their permissions boundary is left as it is: to remove
     * that would give them more than they had.
     *
     * @return whether anything was removed
     */
    public boolean clear(StackSnapshot stack) {
        Reads reads = new Reads();
        Mending mending = new Mending(writer, ForeignAccess.REMOVE);
        try {
            uses(ExpectedStack.read(stacks, stack, where, reads), reads).stream()
                    .map(ForeignUse::difference)
                    .forEach(mending::mend);
        } catch (SdkException e) {
            LOG.warn("What uses the resources of stack {} could not be removed: {}", stack.name(), e.getMessage());
        }
        return !mending.removed().isEmpty() || !mending.reverted().isEmpty();
    }

    /** The spec can help against uses, unless it says so already and they are there all the same; never against a boundary. */
    private String advice(List<ForeignUse> uses, List<Entity> bounded) {
        boolean removable = foreignAccess == ForeignAccess.KEEP
                && uses.stream().anyMatch(use -> use.difference().isMendable());
        return (removable
                        ? ". Instead of detaching it yourself, let the spec say foreignAccess(ForeignAccess.REMOVE)"
                        : "")
                + (bounded.isEmpty()
                        ? ""
                        : ". A permissions boundary is never removed here: give them another one first");
    }

    private List<ForeignUse> uses(ExpectedStack expected, Reads reads) {
        List<Difference> found = new ArrayList<>();
        owned(expected.policy())
                .ifPresent(arn -> found.addAll(new PolicyAttachments(expected, arn, iam, reads).differences()));
        owned(expected.role())
                .ifPresent(name -> found.addAll(new RoleAttachments(expected, name, iam, reads).differences()));
        owned(expected.profile())
                .flatMap(name ->
                        reads.of("the instance profile " + name, "iam:GetInstanceProfile", () -> iam.profile(name)))
                .flatMap(profile -> profile)
                .ifPresent(profile -> found.addAll(new ProfileComparison(expected, reads).with(profile)));
        return found.stream()
                .flatMap(difference -> difference.foreign().stream())
                .toList();
    }

    private List<Entity> bounded(ExpectedStack expected, Reads reads) {
        return owned(expected.policy())
                .flatMap(arn -> reads.of(
                        "whom the policy limits as a boundary",
                        "iam:ListEntitiesForPolicy",
                        () -> iam.entities(arn, PolicyUsageType.PERMISSIONS_BOUNDARY)))
                .orElse(List.of());
    }

    private static Optional<String> owned(ExpectedResource resource) {
        return resource.physicalId().filter(id -> resource.owned());
    }

    private static String capitalized(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
