// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import io.github.dkpbootstrap.iam.Entity;
import io.github.dkpbootstrap.iam.EntityKind;
import io.github.dkpbootstrap.policy.JsonValue.JsonArray;
import io.github.dkpbootstrap.policy.JsonValue.JsonString;
import io.github.dkpbootstrap.template.DeployedTemplate;
import io.github.dkpbootstrap.template.TemplateRenderer;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whom a spec or a stack's template attaches the managed policy to. */
final class PolicyHolders {
    private PolicyHolders() {}

    /** Returns those of a spec: users, then groups, each in the order of their names. */
    static List<PolicyHolder> of(BootstrapSpec spec) {
        return Stream.concat(
                        spec.policyUsers().stream().map(PolicyHolder::user),
                        spec.policyGroups().stream().map(PolicyHolder::group))
                .toList();
    }

    /** Returns those that a stack's template names; whom it computes are not known. */
    static Set<Entity> of(DeployedTemplate template) {
        return Stream.of(EntityKind.USER, EntityKind.GROUP)
                .flatMap(kind -> template.properties(TemplateRenderer.POLICY).stream()
                        .map(properties -> properties.members().get(kind.property()))
                        .filter(JsonArray.class::isInstance)
                        .flatMap(array -> ((JsonArray) array).elements().stream())
                        .filter(JsonString.class::isInstance)
                        .map(name -> new Entity(kind, ((JsonString) name).value())))
                .collect(Collectors.toSet());
    }

    static Entity entity(PolicyHolder holder) {
        return new Entity(holder instanceof PolicyHolder.User ? EntityKind.USER : EntityKind.GROUP, holder.name());
    }

    /** Returns whether both are the same to IAM, which tells names apart without regard to case. */
    static boolean isSame(Entity entity, PolicyHolder holder) {
        Entity other = entity(holder);
        return entity.kind() == other.kind() && entity.name().equalsIgnoreCase(other.name());
    }

    static String describe(List<PolicyHolder> holders) {
        return holders.stream().map(PolicyHolder::describe).collect(Collectors.joining(", "));
    }
}
