// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.cloudformation;

import io.github.dkpbootstrap.policy.JsonValue;
import io.github.dkpbootstrap.testkit.internal.iam.Entity;
import io.github.dkpbootstrap.testkit.internal.iam.IamStore;
import io.github.dkpbootstrap.testkit.internal.iam.Role;
import io.github.dkpbootstrap.testkit.internal.query.Form;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * {@code AWS::IAM::Role}.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-role.html">
 *     AWS::IAM::Role</a>
 */
final class RoleType implements ResourceType {
    private final IamStore store;

    RoleType(IamStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return "AWS::IAM::Role";
    }

    @Override
    public String nameProperty() {
        return "RoleName";
    }

    @Override
    public int maxName() {
        return 64;
    }

    @Override
    public Set<String> properties() {
        return Set.of(
                "AssumeRolePolicyDocument",
                "Description",
                "ManagedPolicyArns",
                "MaxSessionDuration",
                "Path",
                "PermissionsBoundary",
                "Policies",
                "RoleName",
                "Tags");
    }

    @Override
    public Set<String> required() {
        return Set.of("AssumeRolePolicyDocument");
    }

    @Override
    public Set<String> createOnly() {
        return Set.of("RoleName", "Path");
    }

    @Override
    public Set<String> attributes() {
        return Set.of("Arn", "RoleId");
    }

    @Override
    public Set<String> identifiers() {
        return Set.of("RoleName");
    }

    @Override
    public Duration duration() {
        return Duration.ofSeconds(12);
    }

    @Override
    public boolean takesStackTags() {
        return true;
    }

    @Override
    public Optional<String> conflict(String name) {
        return store.role(name)
                .map(role -> IamClient.handler(
                        "Resource of type '" + name() + "' with identifier '" + name + "' already exists.",
                        "AlreadyExists"));
    }

    @Override
    public void read(IamClient iam, String name) {
        iam.call("GetRole", Form.of("RoleName", name));
    }

    @Override
    public void create(IamClient iam, String name, Properties properties, Consumer<String> created) {
        Form form = Form.of("RoleName", name)
                .with("AssumeRolePolicyDocument", properties.document("AssumeRolePolicyDocument"))
                .with("Path", properties.string("Path"))
                .with("Description", properties.string("Description"))
                .with("MaxSessionDuration", properties.string("MaxSessionDuration"))
                .with("PermissionsBoundary", properties.string("PermissionsBoundary"))
                .withTags(properties.tags());
        if (!properties.tags().isEmpty()) {
            iam.require("TagRole", Form.of("RoleName", name).withTags(properties.tags()));
        }
        iam.call("CreateRole", form);
        created.accept(name);
        policies(iam, name, Properties.NONE, properties);
    }

    @Override
    public void update(IamClient iam, String name, Properties before, Properties after) {
        Set<String> changed = after.differences(before);
        Form role = Form.of("RoleName", name);
        if (changed.contains("AssumeRolePolicyDocument") && !isTrusted(name, after)) {
            iam.call("UpdateAssumeRolePolicy", role.with("PolicyDocument", after.document("AssumeRolePolicyDocument")));
        }
        if (changed.contains("Description") || changed.contains("MaxSessionDuration")) {
            iam.call(
                    "UpdateRole",
                    role.with("Description", after.string("Description").orElse(""))
                            .with(
                                    "MaxSessionDuration",
                                    after.string("MaxSessionDuration").orElse("3600")));
        }
        if (changed.contains("PermissionsBoundary")) {
            after.string("PermissionsBoundary")
                    .ifPresentOrElse(
                            arn -> iam.call("PutRolePermissionsBoundary", role.with("PermissionsBoundary", arn)),
                            () -> iam.call("DeleteRolePermissionsBoundary", role));
        }
        Changes.tags(iam, "Role", role, before.tags(), after.tags());
        policies(iam, name, before, after);
    }

    @Override
    public void delete(IamClient iam, String name, Properties properties) {
        iam.require("GetRole", Form.of("RoleName", name));
        policies(iam, name, properties, Properties.NONE);
        iam.callIfThere("DeleteRole", Form.of("RoleName", name));
    }

    @Override
    public Optional<Properties> live(String name) {
        return store.role(name).map(role -> {
            List<JsonValue> inline = new ArrayList<>();
            role.inline()
                    .forEach((policy, document) -> inline.add(new LiveProperties()
                            .text("PolicyName", policy)
                            .document("PolicyDocument", document)
                            .json()));
            return new LiveProperties()
                    .document("AssumeRolePolicyDocument", role.trust())
                    .textIfAny("Description", role.description())
                    .list("ManagedPolicyArns", role.attached().stream().map(Entity::arn))
                    .number("MaxSessionDuration", role.maxSessionSeconds())
                    .text("Path", role.path())
                    .textIfAny(
                            "PermissionsBoundary",
                            role.boundary().map(Entity::arn).orElse(""))
                    .structures("Policies", inline)
                    .text("RoleName", role.name())
                    .tags(role.tags())
                    .properties();
        });
    }

    @Override
    public void requireRead(IamClient iam, String name) {
        Form role = Form.of("RoleName", name);
        iam.require("GetRole", role);
        iam.require("ListAttachedRolePolicies", role);
        iam.require("ListRolePolicies", role);
        iam.require("GetRolePolicy", role);
    }

    @Override
    public Set<String> notCompared() {
        return Set.of();
    }

    /** What others give to the role is not seen: AWS's roadmap, issues 936 and 2489. */
    @Override
    public Set<String> additionsUnseen() {
        return Set.of("ManagedPolicyArns", "Policies");
    }

    @Override
    public Optional<String> attribute(String name, String attribute) {
        return store.role(name).map(attribute.equals("Arn") ? Role::arn : Role::id);
    }

    /** A rollback must not write what the failed update never changed: the same permission may be missing again. */
    private boolean isTrusted(String name, Properties wanted) {
        return store.role(name).map(role -> role.trust().text()).equals(wanted.document("AssumeRolePolicyDocument"));
    }

    private static void policies(IamClient iam, String name, Properties before, Properties after) {
        Form role = Form.of("RoleName", name);
        Changes.members(
                before.strings("ManagedPolicyArns"),
                after.strings("ManagedPolicyArns"),
                arn -> iam.call("AttachRolePolicy", role.with("PolicyArn", arn)),
                arn -> iam.callIfThere("DetachRolePolicy", role.with("PolicyArn", arn)));
        Map<String, String> old = inline(before);
        Map<String, String> wanted = inline(after);
        wanted.forEach((policy, document) -> {
            if (!document.equals(old.get(policy))) {
                iam.call("PutRolePolicy", role.with("PolicyName", policy).with("PolicyDocument", document));
            }
        });
        old.keySet().stream()
                .filter(policy -> !wanted.containsKey(policy))
                .forEach(policy -> iam.callIfThere("DeleteRolePolicy", role.with("PolicyName", policy)));
    }

    private static Map<String, String> inline(Properties properties) {
        Map<String, String> policies = new LinkedHashMap<>();
        properties
                .objects("Policies")
                .forEach(policy -> policies.put(
                        policy.string("PolicyName").orElse(""),
                        policy.document("PolicyDocument").orElse("")));
        return policies;
    }
}
