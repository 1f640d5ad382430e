// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.deploy;

import io.github.dkpbootstrap.policy.internal.ValueStyle;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** The resources of a stack at one moment. Immutable and thread-safe. */
@ValueStyle
@Value.Immutable
public interface StackResources {
    /** Returns all that the stack lists, those too that are deleted or were never made. */
    @Value.Parameter
    List<ResourceSnapshot> all();

    /** Returns those that exist and are the stack's. */
    default List<ResourceSnapshot> owned() {
        return all().stream().filter(ResourceSnapshot::isOwned).toList();
    }

    /** Returns the name or ARN of a resource that exists and is the stack's. */
    default Optional<String> physicalId(String logicalId) {
        return owned().stream()
                .filter(resource -> resource.logicalId().equals(logicalId))
                .findFirst()
                .flatMap(ResourceSnapshot::physicalId);
    }

    /** Returns the resources. */
    static StackResources of(Iterable<ResourceSnapshot> resources) {
        return ImmutableStackResources.of(resources);
    }
}
