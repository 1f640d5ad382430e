// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.drift;

import io.github.dkpbootstrap.iam.IamReader;
import io.github.dkpbootstrap.policy.JsonLayout;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.iam.model.Policy;
import software.amazon.awssdk.services.iam.model.Tag;

/** Compares the managed policy itself; whom it is attached to is {@link PolicyAttachments}'. */
final class PolicyComparison {
    private final ExpectedStack expected;
    private final ExpectedResource policy;
    private final IamReader iam;
    private final Reads reads;
    private final Differences differences;

    PolicyComparison(ExpectedStack expected, IamReader iam, Reads reads) {
        this.expected = expected;
        this.policy = expected.policy();
        this.iam = iam;
        this.reads = reads;
        this.differences = new Differences(policy, expected.where().partition());
    }

    /** Returns the differences of what IAM has of the policy. */
    List<Difference> with(String arn, Policy live) {
        document(arn, live);
        fixed(live);
        if (reads.areKnown(policy, "Tags")) {
            tags(arn, live);
        }
        return differences.found();
    }

    private void document(String arn, Policy live) {
        if (!reads.areKnown(policy, "PolicyDocument")) {
            return;
        }
        policy.value("PolicyDocument")
                .ifPresent(document -> reads.of(
                                "the document of the policy " + expected.policyName(),
                                "iam:GetPolicyVersion",
                                () -> iam.document(arn, live.defaultVersionId()))
                        .ifPresent(text -> differences.document(
                                "/PolicyDocument",
                                document,
                                text,
                                writer -> writer.newDefaultVersion(arn, document.toJson(JsonLayout.MINIFIED)))));
    }

    private void fixed(Policy live) {
        if (reads.areKnown(policy, "Path", "Description")) {
            differences.text(
                    "/Path", policy.text("Path").orElse("/"), String.valueOf(live.path()), Difference.NOT_HERE);
            differences.text(
                    "/Description",
                    policy.text("Description").orElse(""),
                    Optional.ofNullable(live.description()).orElse(""),
                    Difference.NOT_HERE);
        }
    }

    private void tags(String arn, Policy live) {
        Map<String, String> actual = live.tags().stream().collect(Collectors.toMap(Tag::key, Tag::value, (a, b) -> a));
        policy.tags().forEach((key, value) -> {
            if (!value.equals(actual.get(key))) {
                differences.modified(
                        "/Tags/" + key,
                        Optional.of(value),
                        Optional.ofNullable(actual.get(key)),
                        writer -> writer.tagPolicy(arn, key, value));
            }
        });
    }
}
