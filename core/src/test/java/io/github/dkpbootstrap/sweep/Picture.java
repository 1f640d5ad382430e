// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sweep;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.ExecutionStatus;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackSummary;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.InstanceProfile;
import software.amazon.awssdk.services.iam.model.Policy;
import software.amazon.awssdk.services.iam.model.PolicyScopeType;
import software.amazon.awssdk.services.iam.model.Role;

/**
 * What there is in an account, whoever made it: the stack of the name with template, tags, outputs, resources and those
 * change sets that can still be executed, how many stacks ever had the name, the other stacks, and what IAM holds. Ids are left out, so that two accounts in
 * the same state look the same; what is of others is shown with its times, which tell if it was made anew.
 */
record Picture(Optional<String> status, List<String> lines) {
    private static final Set<ExecutionStatus> UNUSED =
            EnumSet.of(ExecutionStatus.AVAILABLE, ExecutionStatus.UNAVAILABLE);
    private static final List<String> GOOD = List.of("CREATE_COMPLETE", "UPDATE_COMPLETE");
    private static final List<String> ROLLED_BACK = List.of("UPDATE_ROLLBACK_COMPLETE");

    static Picture of(Rig rig, String stackName) {
        List<String> lines = new ArrayList<>();
        Optional<Stack> stack = stack(rig.cloudFormation(), stackName);
        stack.ifPresent(found -> stack(rig.cloudFormation(), found, lines));
        stacks(rig.cloudFormation(), stackName, lines);
        roles(rig.iam(), lines);
        policies(rig.iam(), lines);
        rig.iam().listInstanceProfiles(r -> {}).instanceProfiles().forEach(profile -> lines.add(line(profile)));
        return new Picture(stack.map(Stack::stackStatusAsString), List.copyOf(lines));
    }

    /** Returns whether the stack is in a status in which an operation of ours ends well. */
    boolean isDone() {
        return status.filter(GOOD::contains).isPresent();
    }

    /** Returns whether the stack is in a status in which it may be left as it is. */
    boolean isAtRest() {
        return isDone() || status.filter(ROLLED_BACK::contains).isPresent();
    }

    /** Returns what is of others. */
    List<String> bystanders() {
        return lines.stream().filter(line -> line.startsWith("foreign ")).toList();
    }

    /** Returns how many roles, policies and instance profiles IAM holds that are not of others. */
    long resources() {
        return lines.stream()
                .filter(line -> line.matches("(?s)(role|policy|profile) .*"))
                .count();
    }

    /** Returns whether a change set of ours is left. */
    boolean hasOurChangeSet() {
        return lines.contains("change set: ours");
    }

    /** Returns the same without how many stacks ever had the name. */
    Picture withoutShells() {
        return new Picture(
                status,
                lines.stream()
                        .filter(line -> !line.startsWith("stacks of the name"))
                        .toList());
    }

    /** Returns the same without change sets of ours, and without the shell of a stack. */
    Picture withoutPlans() {
        boolean shell = status.filter("REVIEW_IN_PROGRESS"::equals).isPresent();
        return new Picture(
                status.filter(any -> !shell),
                lines.stream()
                        .filter(line -> !line.equals("change set: ours"))
                        .filter(line -> !shell || !line.matches("(stack|tags|outputs|template) .*"))
                        .toList());
    }

    /** Returns the same without the statuses of stack and resources. */
    Picture withoutStatuses() {
        return new Picture(
                Optional.empty(),
                lines.stream()
                        .filter(line -> !line.startsWith("stack "))
                        .map(line -> line.startsWith("resource ") ? line.replaceFirst(" [A-Z_]+$", "") : line)
                        .toList());
    }

    private static Optional<Stack> stack(CloudFormationClient client, String name) {
        try {
            return client.describeStacks(r -> r.stackName(name)).stacks().stream()
                    .findFirst();
        } catch (CloudFormationException e) {
            if (e.awsErrorDetails().errorMessage().contains("does not exist")) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static void stack(CloudFormationClient client, Stack stack, List<String> lines) {
        lines.add("stack " + stack.stackStatusAsString());
        lines.add("tags " + stack.tags().stream().map(Object::toString).sorted().toList());
        lines.add("outputs "
                + stack.outputs().stream().map(Object::toString).sorted().toList());
        client.describeStackResources(r -> r.stackName(stack.stackId())).stackResources().stream()
                .map(resource -> "resource " + resource.logicalResourceId() + " " + resource.physicalResourceId() + " "
                        + resource.resourceStatusAsString())
                .sorted()
                .forEach(lines::add);
        lines.add("template "
                + client.getTemplate(r -> r.stackName(stack.stackId())).templateBody());
        client.listChangeSets(r -> r.stackName(stack.stackId())).summaries().stream()
                .filter(set -> UNUSED.contains(set.executionStatus()))
                .map(set -> "change set: " + (set.changeSetName().startsWith("dkp-") ? "ours" : set.changeSetName()))
                .sorted()
                .forEach(lines::add);
    }

    private static void stacks(CloudFormationClient client, String name, List<String> lines) {
        List<StackSummary> all =
                client.listStacksPaginator().stackSummaries().stream().toList();
        lines.add("stacks of the name, ever: "
                + all.stream().filter(stack -> stack.stackName().equals(name)).count());
        all.stream()
                .filter(stack -> !stack.stackName().equals(name))
                .forEach(stack -> lines.add("foreign stack " + stack.stackName() + " " + stack.stackStatusAsString()
                        + " " + stack.creationTime() + " " + stack.lastUpdatedTime()));
    }

    private static void roles(IamClient iam, List<String> lines) {
        for (Role role : iam.listRoles(r -> {}).roles()) {
            String text = "role " + role.roleName() + " " + text(role.assumeRolePolicyDocument());
            if (Bystanders.own(role.roleName())) {
                lines.add("foreign " + text + " " + role.createDate());
            } else {
                lines.add(text
                        + iam.listAttachedRolePolicies(r -> r.roleName(role.roleName()))
                                .attachedPolicies()
                        + iam.listRoleTags(r -> r.roleName(role.roleName())).tags().stream()
                                .filter(tag -> !tag.key().equals("aws:cloudformation:stack-id"))
                                .toList());
            }
        }
    }

    private static void policies(IamClient iam, List<String> lines) {
        for (Policy policy :
                iam.listPolicies(r -> r.scope(PolicyScopeType.LOCAL)).policies()) {
            String text = "policy " + policy.arn() + ", attached to " + policy.attachmentCount();
            if (Bystanders.own(policy.policyName())) {
                lines.add("foreign " + text + " " + policy.createDate() + " " + policy.updateDate());
            } else {
                lines.add(text + " "
                        + text(iam.getPolicyVersion(
                                        r -> r.policyArn(policy.arn()).versionId(policy.defaultVersionId()))
                                .policyVersion()
                                .document()));
            }
        }
    }

    private static String line(InstanceProfile profile) {
        String text = "profile " + profile.instanceProfileName() + " "
                + profile.roles().stream().map(Role::roleName).toList();
        return Bystanders.own(profile.instanceProfileName()) ? "foreign " + text + " " + profile.createDate() : text;
    }

    private static String text(String document) {
        return URLDecoder.decode(document, StandardCharsets.UTF_8);
    }
}
