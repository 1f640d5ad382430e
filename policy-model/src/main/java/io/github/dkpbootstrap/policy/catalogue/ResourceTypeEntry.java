// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.catalogue;

import io.github.dkpbootstrap.policy.internal.ValueStyle;
import java.util.List;
import org.immutables.value.Value;

/** A type of resource of a service. */
@ValueStyle
@Value.Immutable
public interface ResourceTypeEntry {
    /** Returns the name within the service, in AWS's own casing, such as {@code instance}. */
    @Value.Parameter
    String name();

    /**
     * Returns the forms of its ARNs, with placeholders such as
     * {@code arn:${Partition}:ec2:${Region}:${Account}:instance/${InstanceId}}; at least one.
     */
    @Value.Parameter
    List<String> arnTemplates();

    /** Returns the names of the condition keys that every action on this type knows. */
    @Value.Parameter
    List<String> conditionKeys();

    /** Returns a type of resource. */
    static ResourceTypeEntry of(String name, List<String> arnTemplates, List<String> conditionKeys) {
        return ImmutableResourceTypeEntry.of(name, arnTemplates, conditionKeys);
    }
}
