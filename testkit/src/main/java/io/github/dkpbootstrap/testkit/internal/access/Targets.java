// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.access;

import io.github.dkpbootstrap.testkit.internal.Account;
import io.github.dkpbootstrap.testkit.internal.iam.Entity;
import io.github.dkpbootstrap.testkit.internal.iam.IamStore;
import io.github.dkpbootstrap.testkit.internal.iam.ServiceLinkedRoles;
import io.github.dkpbootstrap.testkit.internal.query.Call;
import io.github.dkpbootstrap.testkit.internal.query.Form;
import io.github.dkpbootstrap.testkit.internal.query.Identity;
import io.github.dkpbootstrap.testkit.internal.query.SessionAttributes;
import io.github.dkpbootstrap.testkit.internal.sigv4.KeyRing;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds what a call is about. Actions that are not known here are about {@code *}.
 *
 * @see <a href="https://docs.aws.amazon.com/service-authorization/latest/reference/reference.html">Service
 *     Authorization Reference</a>
 */
final class Targets {
    /** The actions that are about the caller, if they do not say about whom. */
    private static final Set<String> SELF = Set.of(
            "CreateAccessKey",
            "CreateLoginProfile",
            "DeactivateMFADevice",
            "DeleteAccessKey",
            "DeleteLoginProfile",
            "GetLoginProfile",
            "GetUser",
            "ListAccessKeys",
            "ListMFADevices",
            "UpdateAccessKey");

    private final IamStore store;
    private final Account account;
    private final KeyRing keys;
    private Function<String, Optional<String>> stacksOfChangeSets = changeSet -> Optional.empty();

    Targets(IamStore store, KeyRing keys) {
        this.store = store;
        this.keys = keys;
        this.account = store.account();
    }

    void stacksOfChangeSets(Function<String, Optional<String>> stacks) {
        stacksOfChangeSets = stacks;
    }

    Target of(Call call) {
        Target target = switch (call.service()) {
            case "iam" -> iam(call);
            case "sts" -> sts(call);
            case "cloudformation" -> cloudFormation(call);
            case "autoscaling" -> autoScaling(call);
            case "secretsmanager" -> secretsManager(call);
            default -> Target.of("*");
        };
        return target.withTags(call.form().tags());
    }

    private Target iam(Call call) {
        Form form = call.form();
        return switch (call.action()) {
            case "CreateServiceLinkedRole" -> {
                String service = form.require("AWSServiceName");
                yield Target.of(account.arn("iam", ServiceLinkedRoles.resource(service)))
                        .with("iam:AWSServiceName", service);
            }
            case "CreatePolicy" -> Target.of(created(form, "policy", "PolicyName"));
            case "ListRoles" -> listed(form, "role");
            case "ListPolicies" -> listed(form, "policy");
            case "ListUsers" -> listed(form, "user");
            case "GetAccountSummary", "ListVirtualMFADevices" -> Target.of("*");
            case "CreateVirtualMFADevice" -> Target.of(created(form, "mfa", "VirtualMFADeviceName"));
            case "DeleteVirtualMFADevice" -> Target.of(form.require("SerialNumber"));
            case "GetAccessKeyLastUsed" -> Target.of(keyOwner(form));
            case "ListGroups" -> Target.of(account.arn("iam", "group/"));
            case "ListInstanceProfiles" -> Target.of(account.arn("iam", "instance-profile/"));
            case "PassRole" -> Target.of(roleArn(form)).with("iam:PassedToService", "ec2." + account.urlSuffix());
            default ->
                Target.of(iamResource(call, form))
                        .with("iam:PolicyARN", attachment(call.action()) ? form.find("PolicyArn") : Optional.empty())
                        .with("iam:PermissionsBoundary", form.find("PermissionsBoundary"));
        };
    }

    private Target listed(Form form, String kind) {
        return Target.of(account.arn("iam", kind + form.find("PathPrefix").orElse("/")));
    }

    private String keyOwner(Form form) {
        return keys.find(form.require("AccessKeyId"))
                .map(key -> key.owner().arn())
                .orElse("*");
    }

    private static boolean attachment(String action) {
        return action.startsWith("Attach") || action.startsWith("Detach");
    }

    private String iamResource(Call call, Form form) {
        if (form.find("InstanceProfileName").isPresent()) {
            return existing(store.profile(form.require("InstanceProfileName")))
                    .orElseGet(() -> created(form, "instance-profile", "InstanceProfileName"));
        }
        if (form.find("RoleName").isPresent()) {
            return roleArn(form);
        }
        boolean membership =
                form.find("UserName").isPresent() && form.find("GroupName").isPresent();
        if (form.find("UserName").isPresent() && !membership) {
            return existing(store.user(form.require("UserName"))).orElseGet(() -> created(form, "user", "UserName"));
        }
        if (form.find("GroupName").isPresent()) {
            return existing(store.group(form.require("GroupName")))
                    .orElseGet(() -> created(form, "group", "GroupName"));
        }
        if (form.find("PolicyArn").isPresent()) {
            return form.require("PolicyArn");
        }
        return call.caller()
                .user()
                .filter(user -> SELF.contains(call.action()))
                .map(Identity.User::arn)
                .orElse("*");
    }

    private String roleArn(Form form) {
        return existing(store.role(form.require("RoleName"))).orElseGet(() -> created(form, "role", "RoleName"));
    }

    private static Optional<String> existing(Optional<? extends Entity> entity) {
        return entity.map(Entity::arn);
    }

    private String created(Form form, String kind, String parameter) {
        return account.arn("iam", kind + form.find("Path").orElse("/") + form.require(parameter));
    }

    private Target sts(Call call) {
        if (!call.action().equals("AssumeRole")) {
            return Target.of("*");
        }
        String arn = call.form().require("RoleArn");
        return new Target(arn, Map.of(), store.roleByArn(arn))
                .with("sts:ExternalId", call.form().find("ExternalId"))
                .with("sts:RoleSessionName", call.form().find("RoleSessionName"))
                .with("sts:SourceIdentity", SessionAttributes.requestedBy(call).sourceIdentity())
                .withList("sts:TransitiveTagKeys", call.form().list("TransitiveTagKeys"));
    }

    private Target cloudFormation(Call call) {
        Optional<String> changeSet = call.form().find("ChangeSetName");
        List<String> imported = call.form().structures("ResourcesToImport").stream()
                .flatMap(resource -> resource.find("ResourceType").stream())
                .toList();
        Target target = stack(call, changeSet).with("cloudformation:ChangeSetName", changeSet);
        return target.withList("cloudformation:ImportResourceTypes", imported);
    }

    private Target stack(Call call, Optional<String> changeSet) {
        Optional<String> stack =
                changeSet.flatMap(stacksOfChangeSets).or(() -> call.form().find("StackName"));
        if (stack.isEmpty()) {
            boolean without = Set.of("ValidateTemplate", "GetTemplateSummary", "DescribeStackDriftDetectionStatus")
                    .contains(call.action());
            return Target.of(without ? "*" : stackArn(call, "*/*"));
        }
        return Target.of(stack.get().startsWith("arn:") ? stack.get() : stackArn(call, stack.get() + "/*"));
    }

    private String stackArn(Call call, String stack) {
        return account.arn("cloudformation", call.region(), "stack/" + stack);
    }

    private Target autoScaling(Call call) {
        return call.form()
                .find("AutoScalingGroupName")
                .or(() -> call.form().find("Tags.member.1.ResourceId"))
                .map(name -> Target.of(
                        account.arn("autoscaling", call.region(), "autoScalingGroup:*:autoScalingGroupName/" + name)))
                .orElseGet(() -> Target.of("*"));
    }

    private Target secretsManager(Call call) {
        Optional<String> secret = call.action().equals("CreateSecret")
                ? call.form().find("Name")
                : call.form().find("SecretId");
        return Target.of(secret.map(name -> name.startsWith("arn:")
                        ? name
                        : account.arn("secretsmanager", call.region(), "secret:" + name + "-xxxxxx"))
                .orElse("*"));
    }
}
