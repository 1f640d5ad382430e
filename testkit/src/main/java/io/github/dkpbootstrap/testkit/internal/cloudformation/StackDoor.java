// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.cloudformation;

import java.util.Optional;
import java.util.function.Function;

/** What a test may see of the stacks, and do to them, that AWS has no action for. Used only under the lock. */
public final class StackDoor {
    private final Function<String, Region> regions;

    StackDoor(Function<String, Region> regions) {
        this.regions = regions;
    }

    /** Returns the ARN of the latest stack of a name, even if it is deleted. */
    public Optional<String> id(String region, String name) {
        return latest(region, name).map(Stack::id);
    }

    /** Returns the status of the latest stack of a name. */
    public Optional<String> status(String region, String name) {
        return latest(region, name).map(Stack::status);
    }

    /** Returns the physical id of a resource of the latest stack of a name. */
    public Optional<String> physicalId(String region, String name, String logicalId) {
        return latest(region, name).flatMap(stack -> stack.resource(logicalId)).flatMap(StackResource::physicalId);
    }

    /** Returns whether a change set of the latest stack of a name has been computed. */
    public boolean hasChangeSet(String region, String name, String changeSet) {
        return latest(region, name)
                .flatMap(stack -> stack.changeSets().find(changeSet))
                .filter(set -> set.status().equals("CREATE_COMPLETE"))
                .isPresent();
    }

    /** Puts events before all others of a stack. */
    public void padEvents(String region, String name, int count) {
        require(region, name).padEvents(count);
    }

    /** Shows another status than the true one, until that changes. */
    public void show(String region, String name, String status) {
        require(region, name).show(status);
    }

    private Stack require(String region, String name) {
        return latest(region, name)
                .orElseThrow(() -> new IllegalStateException("There is no stack " + name + " in " + region));
    }

    private Optional<Stack> latest(String region, String name) {
        return regions.apply(region).stacks().all().stream()
                .filter(stack -> stack.name().equals(name))
                .findFirst();
    }
}
