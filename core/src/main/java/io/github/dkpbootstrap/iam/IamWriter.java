// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.iam;

import io.github.dkpbootstrap.BootstrapClients;
import io.github.dkpbootstrap.deploy.AwsCalls;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.IamException;
import software.amazon.awssdk.services.iam.model.IamResponse;
import software.amazon.awssdk.services.iam.model.InstanceProfile;
import software.amazon.awssdk.services.iam.model.LimitExceededException;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;
import software.amazon.awssdk.services.iam.model.Policy;
import software.amazon.awssdk.services.iam.model.PolicyVersion;
import software.amazon.awssdk.services.iam.model.Tag;

/**
 * Changes what IAM has, by calls that bear repeating: what is to be removed and is not there is removed. What IAM refuses is
 * thrown as the SDK's {@link IamException}.
 */
public final class IamWriter {
    private static final int MOST_VERSIONS = 5;

    private final IamClient client;
    private final AwsCalls calls;
    private final IamReader reader;

    /** Creates a writer; {@code stack} is what the calls are about, for people. */
    public IamWriter(BootstrapClients clients, String stack) {
        this.client = clients.iam();
        this.calls = AwsCalls.about(stack, clients.sleeper());
        this.reader = new IamReader(clients, stack);
    }

    /** Attaches a managed policy. */
    public void attach(Entity entity, String arn) {
        calls.<IamResponse>call(() -> switch (entity.kind()) {
            case ROLE -> client.attachRolePolicy(r -> r.roleName(entity.name()).policyArn(arn));
            case USER -> client.attachUserPolicy(r -> r.userName(entity.name()).policyArn(arn));
            case GROUP ->
                client.attachGroupPolicy(r -> r.groupName(entity.name()).policyArn(arn));
        });
    }

    /** Detaches a managed policy, if it is attached. */
    public void detach(Entity entity, String arn) {
        remove(() -> switch (entity.kind()) {
            case ROLE -> client.detachRolePolicy(r -> r.roleName(entity.name()).policyArn(arn));
            case USER -> client.detachUserPolicy(r -> r.userName(entity.name()).policyArn(arn));
            case GROUP ->
                client.detachGroupPolicy(r -> r.groupName(entity.name()).policyArn(arn));
        });
    }

    /** Gives a role an inline policy. */
    public void putInline(String role, String policy, String document) {
        calls.call(() ->
                client.putRolePolicy(r -> r.roleName(role).policyName(policy).policyDocument(document)));
    }

    /** Takes an inline policy from a role. */
    public void deleteInline(String role, String policy) {
        remove(() -> client.deleteRolePolicy(r -> r.roleName(role).policyName(policy)));
    }

    /** A call whose answer was lost has put the role there already; a profile holds one. */
    public void addToProfile(String profile, String role) {
        try {
            calls.call(() -> client.addRoleToInstanceProfile(
                    r -> r.instanceProfileName(profile).roleName(role)));
        } catch (LimitExceededException e) {
            boolean there = reader.profile(profile).map(InstanceProfile::roles).orElse(List.of()).stream()
                    .anyMatch(held -> held.roleName().equals(role));
            if (!there) {
                throw e;
            }
        }
    }

    /** Takes a role out of an instance profile. */
    public void removeFromProfile(String profile, String role) {
        remove(() -> client.removeRoleFromInstanceProfile(
                r -> r.instanceProfileName(profile).roleName(role)));
    }

    /** Gives a role a permissions boundary. */
    public void putBoundary(String role, String arn) {
        calls.call(() -> client.putRolePermissionsBoundary(r -> r.roleName(role).permissionsBoundary(arn)));
    }

    /** Takes the permissions boundary from a role. */
    public void deleteBoundary(String role) {
        remove(() -> client.deleteRolePermissionsBoundary(r -> r.roleName(role)));
    }

    /** Both at once: IAM sets the duration to an hour where a call does not name it. */
    public void updateRole(String role, String description, int seconds) {
        calls.call(() ->
                client.updateRole(r -> r.roleName(role).description(description).maxSessionDuration(seconds)));
    }

    /** Sets the trust policy of a role. */
    public void updateTrust(String role, String document) {
        calls.call(() -> client.updateAssumeRolePolicy(r -> r.roleName(role).policyDocument(document)));
    }

    /** Tags a role. */
    public void tagRole(String role, String key, String value) {
        Tag tag = Tag.builder().key(key).value(value).build();
        calls.call(() -> client.tagRole(r -> r.roleName(role).tags(tag)));
    }

    /** Tags a managed policy. */
    public void tagPolicy(String arn, String key, String value) {
        Tag tag = Tag.builder().key(key).value(value).build();
        calls.call(() -> client.tagPolicy(r -> r.policyArn(arn).tags(tag)));
    }

    /**
     * Makes a new default version. Where there are as many as IAM keeps, the oldest that is not in force goes, but only once
     * IAM has said so: a caller who may delete versions and not make them must not lose one. A call whose answer was lost
     * has made it already.
     */
    public void newDefaultVersion(String arn, String document) {
        try {
            createVersion(arn, document);
        } catch (LimitExceededException e) {
            if (isInForce(arn, document)) {
                return;
            }
            Optional<PolicyVersion> oldest = oldestOfTooMany(arn);
            if (oldest.isEmpty()) {
                throw e;
            }
            remove(() -> client.deletePolicyVersion(
                    r -> r.policyArn(arn).versionId(oldest.get().versionId())));
            createVersion(arn, document);
        }
    }

    private void createVersion(String arn, String document) {
        calls.<IamResponse>call(() -> isInForce(arn, document)
                ? client.getPolicy(r -> r.policyArn(arn))
                : client.createPolicyVersion(
                        r -> r.policyArn(arn).policyDocument(document).setAsDefault(true)));
    }

    /** There are other limits than that of versions, and no room to be made for those. */
    private Optional<PolicyVersion> oldestOfTooMany(String arn) {
        List<PolicyVersion> versions = reader.versions(arn);
        return versions.size() < MOST_VERSIONS
                ? Optional.empty()
                : versions.stream()
                        .filter(version -> !Boolean.TRUE.equals(version.isDefaultVersion()))
                        .min(Comparator.comparing(PolicyVersion::createDate).thenComparing(IamWriter::number));
    }

    private boolean isInForce(String arn, String document) {
        return reader.policy(arn)
                .map(Policy::defaultVersionId)
                .flatMap(version -> reader.document(arn, version))
                .equals(Optional.of(document));
    }

    /** Versions are numbered; their dates have whole seconds. */
    private static int number(PolicyVersion version) {
        return Integer.parseInt(version.versionId().substring(1));
    }

    private void remove(Supplier<IamResponse> removal) {
        try {
            calls.call(removal);
        } catch (NoSuchEntityException e) {
            return;
        }
    }
}
