// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.iam;

import io.github.dkpbootstrap.BootstrapClients;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AttachedPolicy;
import software.amazon.awssdk.services.iam.model.InstanceProfile;
import software.amazon.awssdk.services.iam.model.Policy;
import software.amazon.awssdk.services.iam.model.PolicyScopeType;
import software.amazon.awssdk.services.iam.model.PolicyUsageType;
import software.amazon.awssdk.services.iam.model.PolicyVersion;
import software.amazon.awssdk.services.iam.model.Role;

/**
 * Reads what IAM has: all pages, documents decoded, calls repeated that fail by a passing fault. What is not there is an
 * empty answer.
 */
public final class IamReader {
    private final IamClient client;
    private final IamCalls calls;

    /** Creates a reader; {@code stack} is what the reads are about, for people. */
    public IamReader(BootstrapClients clients, String stack) {
        this(clients.iam(), IamCalls.about(stack, clients));
    }

    private IamReader(IamClient client, IamCalls calls) {
        this.client = client;
        this.calls = calls;
    }

    /** Returns a reader that repeats nothing, for those whose question is not worth waiting for. */
    public IamReader once() {
        return new IamReader(client, calls.once());
    }

    /** Returns a role. */
    public Optional<Role> role(String name) {
        return calls.found(() -> calls.call(() -> {
                    var response = client.getRole(r -> r.roleName(name));
                    IamCalls.require(response.role(), "the role");
                    return response;
                })
                .role());
    }

    /** Returns a managed policy. */
    public Optional<Policy> policy(String arn) {
        return calls.found(() -> calls.call(() -> {
                    var response = client.getPolicy(r -> r.policyArn(arn));
                    IamCalls.require(response.policy(), "the policy");
                    IamCalls.require(response.policy().defaultVersionId(), "the policy's default version");
                    return response;
                })
                .policy());
    }

    /** Returns an instance profile. */
    public Optional<InstanceProfile> profile(String name) {
        return calls.found(() -> calls.call(() -> {
                    var response = client.getInstanceProfile(r -> r.instanceProfileName(name));
                    IamCalls.require(response.instanceProfile(), "the instance profile");
                    return response;
                })
                .instanceProfile());
    }

    /** Returns the document of a version of a managed policy. */
    public Optional<String> document(String arn, String version) {
        return calls.found(() -> decoded(calls.call(() -> {
                    var response = client.getPolicyVersion(r -> r.policyArn(arn).versionId(version));
                    IamCalls.require(response.policyVersion(), "the policy's version");
                    IamCalls.require(response.policyVersion().document(), "the policy's document");
                    return response;
                })
                .policyVersion()
                .document()));
    }

    /** Returns all managed policies of the account, not those of AWS. */
    public List<Policy> localPolicies() {
        return calls.pages(
                marker ->
                        client.listPolicies(r -> r.scope(PolicyScopeType.LOCAL).marker(marker)),
                response -> response.policies(),
                response -> IamCalls.next(response.isTruncated(), response.marker()));
    }

    /** Returns all versions of a managed policy. */
    public List<PolicyVersion> versions(String arn) {
        return calls.pages(
                marker -> client.listPolicyVersions(r -> r.policyArn(arn).marker(marker)),
                response -> response.versions(),
                response -> IamCalls.next(response.isTruncated(), response.marker()));
    }

    /** Returns the text of an inline policy of a role. */
    public Optional<String> inline(String role, String policy) {
        return calls.found(() -> decoded(calls.call(() -> {
                    var response = client.getRolePolicy(r -> r.roleName(role).policyName(policy));
                    IamCalls.require(response.policyDocument(), "the inline policy's document");
                    return response;
                })
                .policyDocument()));
    }

    /** Returns the ARNs of the policies that are attached to a role. */
    public List<String> attached(String role) {
        List<AttachedPolicy> attached = calls.pages(
                marker -> client.listAttachedRolePolicies(r -> r.roleName(role).marker(marker)),
                response -> response.attachedPolicies(),
                response -> IamCalls.next(response.isTruncated(), response.marker()));
        return attached.stream().map(AttachedPolicy::policyArn).toList();
    }

    /** Returns the names of the inline policies of a role. */
    public List<String> inlineNames(String role) {
        return calls.pages(
                marker -> client.listRolePolicies(r -> r.roleName(role).marker(marker)),
                response -> response.policyNames(),
                response -> IamCalls.next(response.isTruncated(), response.marker()));
    }

    /** Returns the names of the instance profiles that a role is in. */
    public List<String> profilesOf(String role) {
        List<InstanceProfile> profiles = calls.pages(
                marker ->
                        client.listInstanceProfilesForRole(r -> r.roleName(role).marker(marker)),
                response -> response.instanceProfiles(),
                response -> IamCalls.next(response.isTruncated(), response.marker()));
        return profiles.stream().map(InstanceProfile::instanceProfileName).toList();
    }

    /** Returns who uses a managed policy in one way: attached, or as a permissions boundary. */
    public List<Entity> entities(String arn, PolicyUsageType usage) {
        return calls.pages(
                marker -> client.listEntitiesForPolicy(
                        r -> r.policyArn(arn).policyUsageFilter(usage).marker(marker)),
                response -> {
                    List<Entity> page = new ArrayList<>();
                    response.policyRoles().forEach(role -> page.add(new Entity(EntityKind.ROLE, role.roleName())));
                    response.policyUsers().forEach(user -> page.add(new Entity(EntityKind.USER, user.userName())));
                    response.policyGroups().forEach(group -> page.add(new Entity(EntityKind.GROUP, group.groupName())));
                    return page;
                },
                response -> IamCalls.next(response.isTruncated(), response.marker()));
    }

    /** IAM encodes documents as RFC 3986 does, in which a plus sign is a plus sign. */
    public static String decoded(String document) {
        return URLDecoder.decode(document.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
