// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.cloudformation;

import io.github.dkpbootstrap.testkit.internal.query.ServiceError;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The stacks of one Region, the deleted ones too. */
final class StackStore {
    private final List<Stack> stacks = new ArrayList<>();

    void add(Stack stack) {
        stacks.add(stack);
    }

    /** Returns all stacks, newest first. */
    List<Stack> all() {
        List<Stack> all = new ArrayList<>(stacks);
        Collections.reverse(all);
        return all;
    }

    /** Returns a stack by name, if it is not deleted, or by id, even if it is. */
    Optional<Stack> find(String nameOrId) {
        return all().stream()
                .filter(stack -> stack.id().equals(nameOrId) || (stack.name().equals(nameOrId) && !stack.isDeleted()))
                .findFirst();
    }

    /** Returns a stack, or fails with {@code text} in which {@code %s} is what was asked for. */
    Stack require(String nameOrId, String text) {
        return find(nameOrId).orElseThrow(() -> ServiceError.validation(text.formatted(nameOrId)));
    }

    Stack require(String nameOrId) {
        return require(nameOrId, "Stack with id %s does not exist");
    }

    /** Returns the stack that has a resource of this type and name. */
    Optional<Stack> owner(ResourceType type, String name) {
        return stacks.stream()
                .filter(stack -> !stack.isDeleted())
                .filter(stack -> stack.resources().stream()
                        .anyMatch(resource -> resource.type() == type
                                && !resource.isDeleted()
                                && !resource.status().equals("DELETE_SKIPPED")
                                && resource.physicalId()
                                        .filter(id -> isCalled(id, name))
                                        .isPresent()))
                .findFirst();
    }

    /** Returns the stack that has a resource with this physical id. */
    Optional<Stack> ownerOf(String physicalId) {
        return all().stream()
                .filter(stack -> stack.resources().stream()
                        .anyMatch(resource ->
                                resource.physicalId().filter(physicalId::equals).isPresent()))
                .findFirst();
    }

    private static boolean isCalled(String physicalId, String name) {
        return physicalId.equals(name) || (physicalId.startsWith("arn:") && physicalId.endsWith("/" + name));
    }
}
