// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.drift;

import io.github.dkpbootstrap.iam.IamReader;
import io.github.dkpbootstrap.policy.JsonLayout;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.iam.model.Role;
import software.amazon.awssdk.services.iam.model.Tag;

/** Compares the role itself; what is attached to it is {@link RoleAttachments}'. */
final class RoleComparison {
    private static final String DEFAULT_SECONDS = "3600";

    private final ExpectedStack expected;
    private final ExpectedResource role;
    private final Reads reads;
    private final Differences differences;

    RoleComparison(ExpectedStack expected, Reads reads) {
        this.expected = expected;
        this.role = expected.role();
        this.reads = reads;
        this.differences = new Differences(role, expected.where().partition());
    }

    /** Returns the differences of what IAM has of the role. */
    List<Difference> with(Role live) {
        String name = live.roleName();
        trust(name, live);
        settings(name, live);
        if (reads.areKnown(role, "PermissionsBoundary")) {
            boundary(name, live);
        }
        if (reads.areKnown(role, "Tags")) {
            tags(name, live);
        }
        if (reads.areKnown(role, "Path")) {
            differences.text("/Path", role.text("Path").orElse("/"), String.valueOf(live.path()), Difference.NOT_HERE);
        }
        return differences.found();
    }

    private void trust(String name, Role live) {
        if (reads.areKnown(role, "AssumeRolePolicyDocument")) {
            role.value("AssumeRolePolicyDocument")
                    .ifPresent(document -> differences.document(
                            "/AssumeRolePolicyDocument",
                            document,
                            Optional.ofNullable(live.assumeRolePolicyDocument()).map(IamReader::decoded),
                            iam -> iam.updateTrust(name, document.toJson(JsonLayout.MINIFIED))));
        }
    }

    private void settings(String name, Role live) {
        if (reads.areKnown(role, "Description", "MaxSessionDuration")) {
            String description = role.text("Description").orElse("");
            String seconds = role.text("MaxSessionDuration").orElse(DEFAULT_SECONDS);
            Optional<Integer> actual = Optional.ofNullable(live.maxSessionDuration());
            differences.text(
                    "/Description",
                    description,
                    Optional.ofNullable(live.description()).orElse(""),
                    iam -> iam.updateRole(name, description, Integer.parseInt(seconds)));
            differences.text(
                    "/MaxSessionDuration",
                    seconds,
                    actual.map(String::valueOf).orElse(DEFAULT_SECONDS),
                    iam -> iam.updateRole(name, description, Integer.parseInt(seconds)));
        }
    }

    private void boundary(String name, Role live) {
        Optional<String> wanted = role.text("PermissionsBoundary");
        Optional<String> actual =
                Optional.ofNullable(live.permissionsBoundary()).map(boundary -> boundary.permissionsBoundaryArn());
        if (wanted.isPresent() && !wanted.equals(actual)) {
            differences.modified(
                    "/PermissionsBoundary", wanted, actual, iam -> iam.putBoundary(name, wanted.orElseThrow()));
        } else if (wanted.isEmpty()) {
            actual.ifPresent(arn -> differences.foreign(ForeignUse.of(ForeignKind.BOUNDARY, name, arn)));
        }
    }

    /** CloudFormation puts the stack's tags on the role. Tags that others add are theirs. */
    private void tags(String name, Role live) {
        Map<String, String> wanted = new LinkedHashMap<>(expected.tags());
        wanted.putAll(role.tags());
        Map<String, String> actual = live.tags().stream().collect(Collectors.toMap(Tag::key, Tag::value, (a, b) -> a));
        wanted.forEach((key, value) -> {
            if (!value.equals(actual.get(key))) {
                differences.modified(
                        "/Tags/" + key,
                        Optional.of(value),
                        Optional.ofNullable(actual.get(key)),
                        iam -> iam.tagRole(name, key, value));
            }
        });
    }
}
