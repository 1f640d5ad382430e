// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.drift;

import io.github.dkpbootstrap.iam.Entity;
import io.github.dkpbootstrap.iam.EntityKind;
import io.github.dkpbootstrap.iam.IamReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.iam.model.PolicyUsageType;

/** Compares whom the managed policy is attached to. */
final class PolicyAttachments {
    private final ExpectedStack expected;
    private final ExpectedResource policy;
    private final String arn;
    private final IamReader iam;
    private final Reads reads;
    private final Differences differences;

    PolicyAttachments(ExpectedStack expected, String arn, IamReader iam, Reads reads) {
        this.expected = expected;
        this.policy = expected.policy();
        this.arn = arn;
        this.iam = iam;
        this.reads = reads;
        this.differences = new Differences(policy, expected.where().partition());
    }

    List<Difference> differences() {
        if (!reads.areKnown(policy, "Roles", "Users", "Groups")) {
            return List.of();
        }
        reads.of(
                        "whom the policy %s is attached to".formatted(expected.policyName()),
                        "iam:ListEntitiesForPolicy",
                        () -> iam.entities(arn, PolicyUsageType.PERMISSIONS_POLICY))
                .ifPresent(this::compare);
        return differences.found();
    }

    private void compare(List<Entity> attached) {
        List<Entity> wanted = wanted();
        wanted.stream()
                .filter(entity -> !attached.contains(entity))
                .forEach(entity -> missing(differences, entity, arn));
        attached.stream()
                .filter(entity -> !wanted.contains(entity) && !isOurRole(entity))
                .forEach(entity ->
                        differences.foreign(ForeignUse.of(ForeignKind.withPolicy(entity.kind()), arn, entity.name())));
    }

    private List<Entity> wanted() {
        List<Entity> wanted = new ArrayList<>();
        Stream.of(EntityKind.values())
                .forEach(kind -> policy.texts(kind.property()).forEach(name -> wanted.add(new Entity(kind, name))));
        return wanted;
    }

    private boolean isOurRole(Entity entity) {
        return entity.kind() == EntityKind.ROLE
                && expected.role().physicalId().filter(entity.name()::equals).isPresent();
    }

    /** The same difference, whether it was seen from the policy's side or from the role's. */
    static void missing(Differences differences, Entity entity, String arn) {
        differences.notAttached("/" + entity.kind().property(), entity.name(), iam -> iam.attach(entity, arn));
    }
}
