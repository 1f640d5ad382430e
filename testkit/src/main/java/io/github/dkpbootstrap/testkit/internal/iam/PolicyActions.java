// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.iam;

import io.github.dkpbootstrap.testkit.internal.query.Call;
import io.github.dkpbootstrap.testkit.internal.query.Form;
import io.github.dkpbootstrap.testkit.internal.query.QueryService;
import io.github.dkpbootstrap.testkit.internal.query.Xml;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** The actions on managed policies. */
final class PolicyActions {
    private static final int MAX_NAME = 128;

    private final IamStore store;

    PolicyActions(IamStore store) {
        this.store = store;
    }

    void register(QueryService iam) {
        iam.answer("CreatePolicy", this::create)
                .answer("GetPolicy", (call, xml) -> xml.nested("Policy", p -> IamXml.policy(p, policy(call), store)))
                .act("DeletePolicy", this::delete)
                .answer("ListPolicies", this::list)
                .answer("ListEntitiesForPolicy", this::entities)
                .answer("CreatePolicyVersion", this::createVersion)
                .answer("GetPolicyVersion", this::getVersion)
                .answer("ListPolicyVersions", this::listVersions)
                .act("SetDefaultPolicyVersion", this::setDefault)
                .act("DeletePolicyVersion", this::deleteVersion)
                .act("TagPolicy", call -> policy(call).tags().putAll(call.form().tags()))
                .act(
                        "UntagPolicy",
                        call -> call.form().list("TagKeys").forEach(policy(call).tags()::remove));
    }

    private ManagedPolicy policy(Call call) {
        return store.requirePolicy(call.form().require("PolicyArn"));
    }

    private void create(Call call, Xml xml) {
        Form form = call.form();
        String name = IamRules.name(form, "PolicyName", MAX_NAME);
        Document document = document(form);
        Entity.Origin origin = store.origin("policy", "ANPA", IamRules.path(form), name);
        boolean taken = store.policies().stream()
                .anyMatch(other -> isOurs(other) && Entity.key(other.name()).equals(Entity.key(name)));
        if (taken) {
            throw IamStore.alreadyExists(
                    "A policy called " + name + " already exists. Duplicate names are not allowed.");
        }
        ManagedPolicy policy =
                new ManagedPolicy(origin, form.find("Description").orElse(""), document);
        policy.tags().putAll(form.tags());
        store.add(policy);
        xml.nested("Policy", element -> IamXml.policy(element, policy, store));
    }

    private void delete(Call call) {
        ManagedPolicy policy = policy(call);
        if (!store.attachedTo(policy).isEmpty() || !store.boundedBy(policy).isEmpty()) {
            throw IamStore.deleteConflict("Cannot delete a policy attached to entities.");
        }
        if (policy.versions().size() > 1) {
            throw IamStore.deleteConflict("This policy has more than one version. Before you delete a policy, you must "
                    + "delete the policy's versions. The default version is deleted with the policy.");
        }
        store.remove(policy);
    }

    private void list(Call call, Xml xml) {
        String scope = call.form().find("Scope").orElse("All");
        boolean attachedOnly = call.form().isTrue("OnlyAttached");
        List<ManagedPolicy> policies = store.policies().stream()
                .filter(policy -> scope.equals("All") || scope.equals("Local") == isOurs(policy))
                .filter(policy -> !attachedOnly || !store.attachedTo(policy).isEmpty())
                .toList();
        Pages.write(call, xml, "Policies", policies, (member, policy) -> IamXml.policy(member, policy, store));
    }

    private void entities(Call call, Xml xml) {
        List<Principal> page = Pages.page(call, xml, users(call, policy(call)));
        members(xml, "Group", page.stream().filter(Group.class::isInstance));
        members(xml, "User", page.stream().filter(User.class::isInstance));
        members(xml, "Role", page.stream().filter(Role.class::isInstance));
    }

    /** Returns who uses a policy: attached, as a boundary, or in both ways where the call does not say in which. */
    private List<Principal> users(Call call, ManagedPolicy policy) {
        String usage = call.form().find("PolicyUsageFilter").orElse("");
        String kind = call.form().find("EntityFilter").orElse("");
        Stream<Principal> attached =
                usage.equals("PermissionsBoundary") ? Stream.empty() : store.attachedTo(policy).stream();
        Stream<Principal> bounded =
                usage.equals("PermissionsPolicy") ? Stream.empty() : store.boundedBy(policy).stream();
        return Stream.concat(attached, bounded)
                .distinct()
                .filter(principal ->
                        kind.isEmpty() || principal.getClass().getSimpleName().equals(kind))
                .toList();
    }

    private static void members(Xml xml, String kind, Stream<Principal> principals) {
        xml.list(
                "Policy" + kind + "s",
                principals.toList(),
                (member, principal) ->
                        member.element(kind + "Name", principal.name()).element(kind + "Id", principal.id()));
    }

    private void createVersion(Call call, Xml xml) {
        ManagedPolicy policy = policy(call);
        Document document = document(call.form());
        if (policy.versions().size() >= ManagedPolicy.MAX_VERSIONS) {
            throw IamStore.limitExceeded("A managed policy can have up to " + ManagedPolicy.MAX_VERSIONS
                    + " versions. Before you create a new version, you must delete an existing version.");
        }
        ManagedPolicy.Version version = policy.add(document, store.now());
        if (call.form().isTrue("SetAsDefault")) {
            policy.makeDefault(version.id(), store.now());
        }
        xml.nested("PolicyVersion", element -> IamXml.version(element, policy, version));
    }

    private void getVersion(Call call, Xml xml) {
        ManagedPolicy policy = policy(call);
        ManagedPolicy.Version version = version(call, policy);
        xml.nested("PolicyVersion", element -> {
            IamXml.document(element, "Document", version.document());
            IamXml.version(element, policy, version);
        });
    }

    private void listVersions(Call call, Xml xml) {
        ManagedPolicy policy = policy(call);
        List<ManagedPolicy.Version> newestFirst = new ArrayList<>(policy.versions());
        Collections.reverse(newestFirst);
        Pages.write(call, xml, "Versions", newestFirst, (member, version) -> IamXml.version(member, policy, version));
    }

    private void setDefault(Call call) {
        ManagedPolicy policy = policy(call);
        policy.makeDefault(version(call, policy).id(), store.now());
    }

    private void deleteVersion(Call call) {
        ManagedPolicy policy = policy(call);
        ManagedPolicy.Version version = version(call, policy);
        if (version.equals(policy.defaultVersion())) {
            throw IamStore.deleteConflict("Cannot delete the default version of a policy.");
        }
        policy.remove(version.id());
    }

    private static ManagedPolicy.Version version(Call call, ManagedPolicy policy) {
        String id = call.form().require("VersionId");
        return policy.version(id)
                .orElseThrow(() -> IamStore.noSuchEntity(
                        "Policy %s version %s does not exist or is not attachable.".formatted(policy.arn(), id)));
    }

    private static Document document(Form form) {
        return IamRules.policy(form.require("PolicyDocument"), IamRules.MAX_POLICY_CHARACTERS);
    }

    private boolean isOurs(ManagedPolicy policy) {
        return policy.arn().startsWith(store.account().arn("iam", "policy/"));
    }
}
