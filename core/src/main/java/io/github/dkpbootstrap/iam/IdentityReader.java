// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.iam;

import io.github.dkpbootstrap.BootstrapClients;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AttachedPermissionsBoundary;
import software.amazon.awssdk.services.iam.model.AttachedPolicy;
import software.amazon.awssdk.services.iam.model.Group;
import software.amazon.awssdk.services.iam.model.User;

/**
 * Reads what users, groups and roles have, each in the call that IAM has for its kind. Who is not there has nothing. What IAM
 * refuses is thrown as the SDK's exception. Immutable and thread-safe.
 */
public final class IdentityReader {
    private final IamClient client;
    private final IamCalls calls;
    private final IamReader reader;

    /** Creates a reader; {@code what} is what the reads are about, for people. */
    public IdentityReader(BootstrapClients clients, String what) {
        this(clients.iam(), IamCalls.about(what, clients), new IamReader(clients, what));
    }

    private IdentityReader(IamClient client, IamCalls calls, IamReader reader) {
        this.client = client;
        this.calls = calls;
        this.reader = reader;
    }

    /** Returns a reader that repeats nothing, for those whose question is not worth waiting for. */
    public IdentityReader once() {
        return new IdentityReader(client, calls.once(), reader.once());
    }

    /** Returns the name as IAM has it, which may differ in case; nothing where there is no such entity. */
    public Optional<String> nameOf(Entity entity) {
        return switch (entity.kind()) {
            case ROLE -> reader.role(entity.name()).map(role -> role.roleName());
            case USER -> user(entity.name()).map(User::userName);
            case GROUP -> group(entity.name()).map(Group::groupName);
        };
    }

    /** Returns a user. */
    public Optional<User> user(String name) {
        return calls.found(() -> calls.call(() -> {
                    var response = client.getUser(r -> r.userName(name));
                    IamCalls.require(response.user(), "the user");
                    return response;
                })
                .user());
    }

    private Optional<Group> group(String name) {
        return calls.found(() -> calls.call(() -> {
                    var response = client.getGroup(r -> r.groupName(name).maxItems(1));
                    IamCalls.require(response.group(), "the group");
                    return response;
                })
                .group());
    }

    /** Returns the ARNs of the managed policies that are attached, but not those of a user's groups. */
    public List<String> attached(Entity entity) {
        String name = entity.name();
        return switch (entity.kind()) {
            case ROLE -> reader.attached(name);
            case USER ->
                arns(calls.pages(
                        marker -> client.listAttachedUserPolicies(
                                r -> r.userName(name).marker(marker)),
                        response -> response.attachedPolicies(),
                        response -> IamCalls.next(response.isTruncated(), response.marker())));
            case GROUP ->
                arns(calls.pages(
                        marker -> client.listAttachedGroupPolicies(
                                r -> r.groupName(name).marker(marker)),
                        response -> response.attachedPolicies(),
                        response -> IamCalls.next(response.isTruncated(), response.marker())));
        };
    }

    private static List<String> arns(List<AttachedPolicy> attached) {
        return attached.stream().map(AttachedPolicy::policyArn).toList();
    }

    /** Returns the names of the inline policies. */
    public List<String> inlineNames(Entity entity) {
        String name = entity.name();
        return switch (entity.kind()) {
            case ROLE -> reader.inlineNames(name);
            case USER ->
                calls.pages(
                        marker -> client.listUserPolicies(r -> r.userName(name).marker(marker)),
                        response -> response.policyNames(),
                        response -> IamCalls.next(response.isTruncated(), response.marker()));
            case GROUP ->
                calls.pages(
                        marker ->
                                client.listGroupPolicies(r -> r.groupName(name).marker(marker)),
                        response -> response.policyNames(),
                        response -> IamCalls.next(response.isTruncated(), response.marker()));
        };
    }

    /** Returns the text of an inline policy. */
    public Optional<String> inline(Entity entity, String policy) {
        String name = entity.name();
        return switch (entity.kind()) {
            case ROLE -> reader.inline(name, policy);
            case USER ->
                calls.found(() -> IamReader.decoded(calls.call(() -> {
                            var response =
                                    client.getUserPolicy(r -> r.userName(name).policyName(policy));
                            IamCalls.require(response.policyDocument(), "the inline policy's document");
                            return response;
                        })
                        .policyDocument()));
            case GROUP ->
                calls.found(() -> IamReader.decoded(calls.call(() -> {
                            var response =
                                    client.getGroupPolicy(r -> r.groupName(name).policyName(policy));
                            IamCalls.require(response.policyDocument(), "the inline policy's document");
                            return response;
                        })
                        .policyDocument()));
        };
    }

    /** Returns the ARN of the permissions boundary of a user or a role; a group has none. */
    public Optional<String> boundary(Entity entity) {
        Optional<AttachedPermissionsBoundary> boundary = switch (entity.kind()) {
            case ROLE -> reader.role(entity.name()).map(role -> role.permissionsBoundary());
            case USER -> user(entity.name()).map(User::permissionsBoundary);
            case GROUP -> Optional.empty();
        };
        return boundary.map(AttachedPermissionsBoundary::permissionsBoundaryArn);
    }

    /** Returns the groups that a user is in. */
    public List<Entity> groupsOf(String user) {
        List<Group> groups = calls.pages(
                marker -> client.listGroupsForUser(r -> r.userName(user).marker(marker)),
                response -> response.groups(),
                response -> IamCalls.next(response.isTruncated(), response.marker()));
        return groups.stream()
                .map(group -> new Entity(EntityKind.GROUP, group.groupName()))
                .toList();
    }

    /**
     * Returns a number of the account's summary, such as {@code AccountMFAEnabled}; nothing where the summary lacks it.
     *
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountSummary.html">GetAccountSummary</a>
     */
    public OptionalInt summary(String key) {
        Map<String, Integer> summary =
                calls.call(() -> client.getAccountSummary()).summaryMapAsStrings();
        Integer value = summary.get(key);
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }
}
