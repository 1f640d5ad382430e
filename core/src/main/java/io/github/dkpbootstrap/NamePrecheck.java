// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import io.github.dkpbootstrap.deploy.RegionSearch;
import io.github.dkpbootstrap.deploy.StackOperation;
import io.github.dkpbootstrap.deploy.StackReader;
import io.github.dkpbootstrap.drift.AccountContext;
import io.github.dkpbootstrap.drift.NameLookup;
import io.github.dkpbootstrap.policy.Arn;
import io.github.dkpbootstrap.sts.Sleeper;
import io.github.dkpbootstrap.template.OwnResource;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Finds, before a stack is made, that its names are taken. CloudFormation would find out only minutes later, and then
 * leave a stack that can merely be deleted.
 */
final class NamePrecheck {
    /** How long a name may seem to be taken. */
    enum Patience {
        /** It is taken as soon as IAM says so. */
        NONE,
        /** Its owner was deleted just now, and IAM may tell of it for some seconds more. */
        AFTER_DELETION
    }

    private static final Logger LOG = LoggerFactory.getLogger(NamePrecheck.class);
    private static final List<Duration> PAUSES =
            List.of(Duration.ofSeconds(2), Duration.ofSeconds(4), Duration.ofSeconds(8), Duration.ofSeconds(16));

    private final BootstrapSpec spec;
    private final StackReader stacks;
    private final NameLookup names;
    private final Sleeper sleeper;
    private final Optional<RegionSearch> regions;

    NamePrecheck(BootstrapSpec spec, AccountContext where, BootstrapClients clients) {
        this.spec = spec;
        this.stacks = StackReader.of(clients, spec.stackName());
        this.names = NameLookup.of(spec, where, clients);
        this.sleeper = clients.sleeper();
        this.regions = clients.otherRegions().map(others -> RegionSearch.of(clients));
    }

    /**
     * Checks the names of the resources with these logical ids, which a stack is about to make.
     *
     * @throws ResourceNameTakenException if one exists and is not of that stack
     */
    void check(Set<String> logicalIds, Patience patience) {
        for (OwnResource resource : OwnResource.values()) {
            if (logicalIds.contains(resource.logicalId())) {
                free(resource, patience);
            }
        }
    }

    private void free(OwnResource resource, Patience patience) {
        Optional<String> found = find(resource);
        if (found.isEmpty()) {
            return;
        }
        String physicalId = found.get();
        Optional<String> owner = owner(physicalId, resource.type());
        boolean ours = owner.filter(spec.stackName()::equals).isPresent();
        if (ours || (owner.isEmpty() && patience == Patience.AFTER_DELETION && vanishes(resource))) {
            return;
        }
        Optional<RegionSearch.Owner> elsewhere = owner.isPresent()
                ? Optional.empty()
                : regions.flatMap(search -> search.ownerOf(physicalId, resource.type()));
        throw new ResourceNameTakenException(
                names.name(resource),
                owner.or(() -> elsewhere.map(RegionSearch.Owner::stackName)).orElse(null),
                elsewhere.map(there -> there.region().id()).orElse(null),
                "The %s %s exists already%s: %s"
                        .formatted(
                                resource.title(),
                                names.name(resource),
                                otherPath(physicalId),
                                advice(owner, elsewhere, physicalId)));
    }

    private boolean vanishes(OwnResource resource) {
        for (Duration pause : PAUSES) {
            LOG.debug("The {} {} still seems to be there, looking again", resource.title(), names.name(resource));
            try {
                sleeper.sleep(pause);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new StackOperationInterruptedException(
                        "Waiting until IAM knows that the %s %s is gone was interrupted; the stack %s is not made yet"
                                .formatted(resource.title(), names.name(resource), spec.stackName()),
                        spec.stackName(),
                        StackOperation.CREATE);
            }
            if (find(resource).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private String otherPath(String physicalId) {
        return path(physicalId)
                .map(path -> ", under the path %s, as %s".formatted(path, physicalId))
                .orElse("");
    }

    /** Returns the path of a policy where it is not the spec's. */
    private Optional<String> path(String physicalId) {
        return Arn.tryParse(physicalId)
                .filter(arn -> !physicalId.equalsIgnoreCase(names.policyArn()))
                .map(Arn::resource)
                .map(resource -> resource.substring(resource.indexOf('/'), resource.lastIndexOf('/') + 1));
    }

    private String advice(Optional<String> owner, Optional<RegionSearch.Owner> elsewhere, String physicalId) {
        if (owner.isPresent()) {
            return "it belongs to the stack %s. Deploy with stackName(\"%s\") if it is a bootstrap stack, or choose other names"
                    .formatted(owner.get(), owner.get());
        }
        String adoption = path(physicalId)
                .map("adopt() takes it into the stack if the spec says path(\"%s\")"::formatted)
                .orElse("adopt() takes it into the stack");
        return elsewhere
                .map(found ->
                        "it belongs to the stack %s in the Region %s, for IAM is global. Deploy there with stackName(\"%s\") if it is a bootstrap stack, or choose other names"
                                .formatted(found.stackName(), found.region().id(), found.stackName()))
                .orElseGet(() ->
                        "it belongs to no stack in this Region, perhaps to one in another (IAM is global). %s; or choose other names, or delete it if nobody uses it"
                                .formatted(adoption));
    }

    private Optional<String> owner(String physicalId, String type) {
        try {
            return stacks.ownerOf(physicalId, type);
        } catch (SdkException e) {
            LOG.warn("Which stack owns {} could not be read: {}", physicalId, e.getMessage());
            return Optional.empty();
        }
    }

    private Optional<String> find(OwnResource resource) {
        try {
            return names.find(resource);
        } catch (AwsServiceException e) {
            LOG.warn(
                    "Whether the {} {} exists already could not be read; CloudFormation will tell: {}",
                    resource.title(),
                    names.name(resource),
                    e.getMessage());
            return Optional.empty();
        }
    }
}
