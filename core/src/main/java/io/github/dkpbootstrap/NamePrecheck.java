// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import io.github.dkpbootstrap.deploy.AwsCalls;
import io.github.dkpbootstrap.deploy.StackReader;
import io.github.dkpbootstrap.template.TemplateRenderer;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.GetInstanceProfileResponse;
import software.amazon.awssdk.services.iam.model.GetPolicyResponse;
import software.amazon.awssdk.services.iam.model.GetRoleResponse;
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

    /**
     * Checks the names of the resources with these logical ids, which a stack is about to make.
     *
     * @throws ResourceNameTakenException if one exists and is not of that stack
     */
    void check(BootstrapSpec spec, CallerAccount caller, Set<String> logicalIds) {
        if (logicalIds.contains(TemplateRenderer.ROLE)) {
            free(spec, "role", spec.roleName(), spec.roleName(), () -> role(spec.roleName()));
        }
        if (logicalIds.contains(TemplateRenderer.POLICY)) {
            String arn = caller.iam("policy" + spec.path() + spec.policyName()).toString();
            free(spec, "policy", spec.policyName(), arn, () -> policy(arn));
        }
        if (logicalIds.contains(TemplateRenderer.PROFILE)) {
            String name = spec.instanceProfileName();
            free(spec, "instance profile", name, name, () -> profile(name));
        }
    }

    private void role(String name) {
        calls.call(() -> {
            GetRoleResponse response = iam.getRole(r -> r.roleName(name));
            return whole(response, response.role());
        });
    }

    private void policy(String arn) {
        calls.call(() -> {
            GetPolicyResponse response = iam.getPolicy(r -> r.policyArn(arn));
            return whole(response, response.policy());
        });
    }

    private void profile(String name) {
        calls.call(() -> {
            GetInstanceProfileResponse response = iam.getInstanceProfile(r -> r.instanceProfileName(name));
            return whole(response, response.instanceProfile());
        });
    }

    /** A resource that is not there is an error, never an empty answer. */
    private static <R> R whole(R response, @Nullable Object content) {
        if (content == null) {
            throw AwsCalls.lacking("what was asked for");
        }
        return response;
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
