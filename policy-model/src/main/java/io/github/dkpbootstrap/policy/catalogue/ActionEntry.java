// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.catalogue;

import io.github.dkpbootstrap.policy.internal.ValueStyle;
import java.util.List;
import org.immutables.value.Value;

/** An action of a service. */
@ValueStyle
@Value.Immutable
public interface ActionEntry {
    /** Returns the prefix of the service, such as {@code ec2}. */
    @Value.Parameter
    String service();

    /** Returns the name without the prefix, in AWS's own casing, such as {@code RunInstances}. */
    @Value.Parameter
    String name();

    /** Returns what it does. */
    @Value.Parameter
    AccessLevel accessLevel();

    /** Returns the types of resources that it can be limited to; none if only {@code *} grants it. */
    @Value.Parameter
    List<ActionResource> resources();

    /** Returns the names of the condition keys that it knows whatever the resource; without the global ones. */
    @Value.Parameter
    List<String> conditionKeys();

    /** Returns the name as policies write it: {@code ec2:RunInstances}. */
    default String qualifiedName() {
        return service() + ':' + name();
    }

    /** Returns whether it has no resource-level permissions: only a statement on the resource {@code *} allows it. */
    default boolean isWildcardOnly() {
        return resources().isEmpty();
    }

    /** Returns an action. */
    static ActionEntry of(
            String service,
            String name,
            AccessLevel accessLevel,
            List<ActionResource> resources,
            List<String> conditionKeys) {
        return ImmutableActionEntry.of(service, name, accessLevel, resources, conditionKeys);
    }
}
