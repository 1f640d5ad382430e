// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.drift;

import io.github.dkpbootstrap.iam.Entity;
import io.github.dkpbootstrap.iam.EntityKind;
import io.github.dkpbootstrap.iam.IamReader;
import io.github.dkpbootstrap.policy.JsonLayout;
import io.github.dkpbootstrap.policy.JsonValue;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Compares what the role has attached and inline, and the instance profiles that it is in. */
final class RoleAttachments {
    private final ExpectedStack expected;
    private final ExpectedResource role;
    private final String name;
    private final IamReader iam;
    private final Reads reads;
    private final Differences differences;
    private final Differences ofPolicy;

    RoleAttachments(ExpectedStack expected, String name, IamReader iam, Reads reads) {
        this.expected = expected;
        this.role = expected.role();
        this.name = name;
        this.iam = iam;
        this.reads = reads;
        this.differences = new Differences(role, expected.where().partition());
        this.ofPolicy = new Differences(expected.policy(), expected.where().partition());
    }

    List<Difference> differences() {
        attached();
        inline();
        profiles();
        ofPolicy.found().forEach(differences.found()::add);
        return differences.found();
    }

    private void attached() {
        if (!reads.areKnown(role, "ManagedPolicyArns")) {
            return;
        }
        Set<String> wanted = new LinkedHashSet<>(role.texts("ManagedPolicyArns"));
        reads.of("the policies attached to the role " + name, "iam:ListAttachedRolePolicies", () -> iam.attached(name))
                .ifPresent(attached -> {
                    wanted.stream()
                            .filter(arn -> !attached.contains(arn))
                            .forEach(arn -> differences.notAttached(
                                    "/ManagedPolicyArns",
                                    arn,
                                    writer -> writer.attach(new Entity(EntityKind.ROLE, name), arn)));
                    expected.policy()
                            .physicalId()
                            .filter(ours -> expected.policy().texts("Roles").contains(name))
                            .filter(ours -> !attached.contains(ours))
                            .ifPresent(ours ->
                                    PolicyAttachments.missing(ofPolicy, new Entity(EntityKind.ROLE, name), ours));
                    attached.stream()
                            .filter(arn -> !wanted.contains(arn) && !isOurs(arn))
                            .forEach(arn -> differences.foreign(ForeignUse.of(ForeignKind.ATTACHED_POLICY, name, arn)));
                });
    }

    private boolean isOurs(String arn) {
        return expected.policy().physicalId().filter(arn::equals).isPresent();
    }

    private void inline() {
        if (!reads.areKnown(role, "Policies")) {
            return;
        }
        Map<String, JsonValue> wanted = role.named("Policies", "PolicyName", "PolicyDocument");
        reads.of("the inline policies of the role " + name, "iam:ListRolePolicies", () -> iam.inlineNames(name))
                .ifPresent(names -> {
                    wanted.forEach(this::ownInline);
                    names.stream().filter(policy -> !wanted.containsKey(policy)).forEach(this::foreignInline);
                });
    }

    private void ownInline(String policy, JsonValue document) {
        readInline(policy)
                .ifPresent(text -> differences.document(
                        "/Policies/" + policy,
                        document,
                        text,
                        writer -> writer.putInline(name, policy, document.toJson(JsonLayout.MINIFIED))));
    }

    private void foreignInline(String policy) {
        differences.foreign(new ForeignUse(
                ForeignKind.INLINE_POLICY, name, policy, readInline(policy).flatMap(text -> text)));
    }

    private Optional<Optional<String>> readInline(String policy) {
        return reads.of(
                "the inline policy %s of the role %s".formatted(policy, name),
                "iam:GetRolePolicy",
                () -> iam.inline(name, policy));
    }

    private void profiles() {
        reads.of(
                        "the instance profiles of the role " + name,
                        "iam:ListInstanceProfilesForRole",
                        () -> iam.profilesOf(name))
                .ifPresent(profiles -> profiles.stream()
                        .filter(profile -> expected.profile()
                                .physicalId()
                                .filter(profile::equals)
                                .isEmpty())
                        .forEach(profile ->
                                differences.foreign(ForeignUse.of(ForeignKind.INSTANCE_PROFILE, name, profile))));
    }
}
