// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.drift;

import io.github.dkpbootstrap.DriftFinding;
import io.github.dkpbootstrap.iam.IamReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Compares what IAM has with what a stack's template says, piece by piece. CloudFormation's own detection looks only at what
 * the template sets, and not into managed policies.
 */
final class OwnComparison {
    private final ExpectedStack expected;
    private final IamReader iam;
    private final Reads reads;

    OwnComparison(ExpectedStack expected, IamReader iam, Reads reads) {
        this.expected = expected;
        this.iam = iam;
        this.reads = reads;
    }

    /** Returns all differences, each once. */
    List<Difference> differences() {
        Map<DriftFinding, Difference> once = new LinkedHashMap<>();
        Consumer<List<Difference>> add =
                found -> found.forEach(difference -> once.putIfAbsent(difference.finding(), difference));
        add.accept(of(
                expected.profile(),
                "the instance profile",
                "iam:GetInstanceProfile",
                iam::profile,
                (name, live) -> live.map(found -> new ProfileComparison(expected, reads).with(found))
                        .orElse(List.of())));
        add.accept(of(expected.policy(), "the policy", "iam:GetPolicy", iam::policy, (arn, live) -> {
            List<Difference> found = new ArrayList<>();
            live.ifPresent(policy -> found.addAll(new PolicyComparison(expected, iam, reads).with(arn, policy)));
            found.addAll(new PolicyAttachments(expected, arn, iam, reads).differences());
            return found;
        }));
        add.accept(of(expected.role(), "the role", "iam:GetRole", iam::role, (name, live) -> {
            List<Difference> found = new ArrayList<>();
            live.ifPresent(role -> found.addAll(new RoleComparison(expected, reads).with(role)));
            found.addAll(new RoleAttachments(expected, name, iam, reads).differences());
            return found;
        }));
        return withoutPartsOfMissing(once.values());
    }

    /** Where a resource is gone, its parts are too. */
    private static List<Difference> withoutPartsOfMissing(Collection<Difference> found) {
        Set<String> missing = found.stream()
                .map(Difference::finding)
                .filter(finding -> finding.kind() == DriftFinding.Kind.MISSING)
                .map(DriftFinding::logicalId)
                .collect(Collectors.toSet());
        return found.stream()
                .filter(difference -> difference.finding().kind() == DriftFinding.Kind.MISSING
                        || !missing.contains(difference.finding().logicalId()))
                .toList();
    }

    /** What compares a resource, given its name or ARN, and what IAM has of it unless that may not be read. */
    private interface Comparing<T> {
        List<Difference> of(String id, Optional<T> live);
    }

    private <T> List<Difference> of(
            ExpectedResource resource,
            String title,
            String action,
            Function<String, Optional<T>> read,
            Comparing<T> comparing) {
        if (!resource.declared()) {
            return List.of();
        }
        Supplier<List<Difference>> missing =
                () -> new Differences(resource, expected.where().partition()).missing();
        Optional<String> id = resource.physicalId().filter(known -> resource.owned());
        if (id.isEmpty()) {
            return missing.get();
        }
        Optional<Optional<T>> live = reads.of(title + " " + id.get(), action, () -> read.apply(id.get()));
        boolean gone = live.isPresent() && live.get().isEmpty();
        return gone ? missing.get() : comparing.of(id.get(), live.flatMap(Function.identity()));
    }
}
