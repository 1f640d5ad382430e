// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.drift;

import io.github.dkpbootstrap.BootstrapClients;
import io.github.dkpbootstrap.deploy.AwsCalls;
import io.github.dkpbootstrap.deploy.PageCursor;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AttachedPolicy;
import software.amazon.awssdk.services.iam.model.IamResponse;
import software.amazon.awssdk.services.iam.model.InstanceProfile;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;
import software.amazon.awssdk.services.iam.model.Policy;
import software.amazon.awssdk.services.iam.model.PolicyScopeType;
import software.amazon.awssdk.services.iam.model.PolicyUsageType;
import software.amazon.awssdk.services.iam.model.PolicyVersion;
import software.amazon.awssdk.services.iam.model.Role;

/**
 * Reads what IAM has: all pages, documents decoded, calls repeated that fail by a passing fault. What is not there is an
 * empty answer.
 */
final class IamReader {
    private final IamClient client;
    private final AwsCalls calls;

    IamReader(BootstrapClients clients, String stack) {
        this.client = clients.iam();
        this.calls = AwsCalls.about(stack, clients.sleeper());
    }

    Optional<Role> role(String name) {
        return found(() -> calls.call(() -> {
                    var response = client.getRole(r -> r.roleName(name));
                    require(response.role(), "the role");
                    return response;
                })
                .role());
    }

    Optional<Policy> policy(String arn) {
        return found(() -> calls.call(() -> {
                    var response = client.getPolicy(r -> r.policyArn(arn));
                    require(response.policy(), "the policy");
                    require(response.policy().defaultVersionId(), "the policy's default version");
                    return response;
                })
                .policy());
    }

    Optional<InstanceProfile> profile(String name) {
        return found(() -> calls.call(() -> {
                    var response = client.getInstanceProfile(r -> r.instanceProfileName(name));
                    require(response.instanceProfile(), "the instance profile");
                    return response;
                })
                .instanceProfile());
    }

    /** Returns the document of a version of a managed policy. */
    Optional<String> document(String arn, String version) {
        return found(() -> decoded(calls.call(() -> {
                    var response = client.getPolicyVersion(r -> r.policyArn(arn).versionId(version));
                    require(response.policyVersion(), "the policy's version");
                    require(response.policyVersion().document(), "the policy's document");
                    return response;
                })
                .policyVersion()
                .document()));
    }

    /** Returns all managed policies of the account, not those of AWS. */
    List<Policy> localPolicies() {
        return pages(
                marker ->
                        client.listPolicies(r -> r.scope(PolicyScopeType.LOCAL).marker(marker)),
                response -> response.policies(),
                response -> next(response.isTruncated(), response.marker()));
    }

    List<PolicyVersion> versions(String arn) {
        return pages(
                marker -> client.listPolicyVersions(r -> r.policyArn(arn).marker(marker)),
                response -> response.versions(),
                response -> next(response.isTruncated(), response.marker()));
    }

    /** Returns the text of an inline policy of a role. */
    Optional<String> inline(String role, String policy) {
        return found(() -> decoded(calls.call(() -> {
                    var response = client.getRolePolicy(r -> r.roleName(role).policyName(policy));
                    require(response.policyDocument(), "the inline policy's document");
                    return response;
                })
                .policyDocument()));
    }

    /** Returns the ARNs of the policies that are attached to a role. */
    List<String> attached(String role) {
        List<AttachedPolicy> attached = pages(
                marker -> client.listAttachedRolePolicies(r -> r.roleName(role).marker(marker)),
                response -> response.attachedPolicies(),
                response -> next(response.isTruncated(), response.marker()));
        return attached.stream().map(AttachedPolicy::policyArn).toList();
    }

    /** Returns the names of the inline policies of a role. */
    List<String> inlineNames(String role) {
        return pages(
                marker -> client.listRolePolicies(r -> r.roleName(role).marker(marker)),
                response -> response.policyNames(),
                response -> next(response.isTruncated(), response.marker()));
    }

    /** Returns the names of the instance profiles that a role is in. */
    List<String> profilesOf(String role) {
        List<InstanceProfile> profiles = pages(
                marker ->
                        client.listInstanceProfilesForRole(r -> r.roleName(role).marker(marker)),
                response -> response.instanceProfiles(),
                response -> next(response.isTruncated(), response.marker()));
        return profiles.stream().map(InstanceProfile::instanceProfileName).toList();
    }

    /** Returns who uses a managed policy in one way: attached, or as a permissions boundary. */
    List<Entity> entities(String arn, PolicyUsageType usage) {
        return pages(
                marker -> client.listEntitiesForPolicy(
                        r -> r.policyArn(arn).policyUsageFilter(usage).marker(marker)),
                response -> {
                    List<Entity> page = new ArrayList<>();
                    response.policyRoles().forEach(role -> page.add(new Entity(EntityKind.ROLE, role.roleName())));
                    response.policyUsers().forEach(user -> page.add(new Entity(EntityKind.USER, user.userName())));
                    response.policyGroups().forEach(group -> page.add(new Entity(EntityKind.GROUP, group.groupName())));
                    return page;
                },
                response -> next(response.isTruncated(), response.marker()));
    }

    /** IAM encodes documents as RFC 3986 does, in which a plus sign is a plus sign. */
    static String decoded(String document) {
        return URLDecoder.decode(document.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private <R extends IamResponse, T> List<T> pages(
            Function<@Nullable String, R> read, Function<R, List<T>> items, Function<R, Optional<String>> next) {
        List<T> all = new ArrayList<>();
        PageCursor cursor = new PageCursor("what IAM has");
        Optional<R> response;
        do {
            String marker = cursor.token();
            response = found(() -> calls.call(() -> read.apply(marker)));
            response.map(items).ifPresent(all::addAll);
        } while (cursor.advance(response.flatMap(next).orElse(null)));
        return all;
    }

    private static Optional<String> next(@Nullable Boolean truncated, @Nullable String marker) {
        return Boolean.TRUE.equals(truncated) ? Optional.ofNullable(marker) : Optional.empty();
    }

    private static <T> Optional<T> found(Supplier<T> read) {
        try {
            return Optional.of(read.get());
        } catch (NoSuchEntityException e) {
            return Optional.empty();
        }
    }

    private static void require(@Nullable Object part, String what) {
        if (part == null) {
            throw AwsCalls.lacking(what);
        }
    }
}
