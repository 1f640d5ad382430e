// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import io.github.dkpbootstrap.deploy.AwsCalls;
import io.github.dkpbootstrap.deploy.StackReader;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;

/**
 * Finds, before a stack is made, that its names are taken. CloudFormation would find out only minutes later, and then
 * leave a stack that can merely be deleted.
 */
final class NamePrecheck {
    private static final Logger LOG = LoggerFactory.getLogger(NamePrecheck.class);

    private final StackReader stacks;
    private final IamClient iam;
    private final AwsCalls calls;
    private final Optional<RegionSearch> regions;

    NamePrecheck(StackReader stacks, BootstrapClients clients) {
        this.stacks = stacks;
        this.iam = clients.iam();
        this.calls = AwsCalls.about("the names of its resources", clients.sleeper());
        this.regions = clients.otherRegions().map(others -> new RegionSearch(others, clients));
    }

    void check(BootstrapSpec spec, CallerAccount caller) {
        String policyArn =
                caller.iam("policy" + spec.path() + spec.policyName()).toString();
        free(
                spec,
                "role",
                spec.roleName(),
                spec.roleName(),
                () -> calls.call(() -> iam.getRole(r -> r.roleName(spec.roleName()))));
        free(
                spec,
                "policy",
                spec.policyName(),
                policyArn,
                () -> calls.call(() -> iam.getPolicy(r -> r.policyArn(policyArn))));
        free(
                spec,
                "instance profile",
                spec.instanceProfileName(),
                spec.instanceProfileName(),
                () -> calls.call(() -> iam.getInstanceProfile(r -> r.instanceProfileName(spec.instanceProfileName()))));
    }

    private void free(BootstrapSpec spec, String kind, String name, String physicalId, Runnable read) {
        if (!exists(kind, name, read)) {
            return;
        }
        Optional<String> owner = owner(physicalId);
        if (owner.filter(spec.stackName()::equals).isPresent()) {
            return;
        }
        Optional<RegionSearch.Owner> elsewhere = owner.isPresent() ? Optional.empty() : elsewhere(physicalId);
        throw new ResourceNameTakenException(
                name,
                owner.or(() -> elsewhere.map(RegionSearch.Owner::stackName)).orElse(null),
                elsewhere.map(found -> found.region().id()).orElse(null),
                "The %s %s exists already: %s".formatted(kind, name, advice(owner, elsewhere)));
    }

    private static String advice(Optional<String> owner, Optional<RegionSearch.Owner> elsewhere) {
        if (owner.isPresent()) {
            return "it belongs to the stack %s. Deploy with stackName(\"%s\") if it is a bootstrap stack, or choose other names"
                    .formatted(owner.get(), owner.get());
        }
        return elsewhere
                .map(found ->
                        "it belongs to the stack %s in the Region %s, for IAM is global. Deploy there with stackName(\"%s\") if it is a bootstrap stack, or choose other names"
                                .formatted(found.stackName(), found.region().id(), found.stackName()))
                .orElse(
                        "it belongs to no stack in this Region, perhaps to one in another (IAM is global). adopt() takes it into the stack; or choose other names, or delete it if nobody uses it");
    }

    private Optional<RegionSearch.Owner> elsewhere(String physicalId) {
        return regions.flatMap(search -> search.ownerOf(physicalId));
    }

    private Optional<String> owner(String physicalId) {
        try {
            return stacks.ownerOf(physicalId);
        } catch (SdkException e) {
            LOG.warn("Which stack owns {} could not be read: {}", physicalId, e.getMessage());
            return Optional.empty();
        }
    }

    private static boolean exists(String kind, String name, Runnable read) {
        try {
            read.run();
            return true;
        } catch (NoSuchEntityException e) {
            return false;
        } catch (AwsServiceException e) {
            LOG.warn(
                    "Whether the {} {} exists already could not be read; CloudFormation will tell: {}",
                    kind,
                    name,
                    e.getMessage());
            return false;
        }
    }
}
