// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.cloudformation;

import io.github.dkpbootstrap.testkit.internal.iam.IamStore;
import java.util.List;
import java.util.Optional;

/** The types of resources that this CloudFormation handles. */
final class ResourceTypes {
    private final List<ResourceType> types;

    ResourceTypes(IamStore store) {
        this.types = List.of(new RoleType(store), new ManagedPolicyType(store), new InstanceProfileType(store));
    }

    Optional<ResourceType> find(String name) {
        return types.stream().filter(type -> type.name().equals(name)).findFirst();
    }
}
