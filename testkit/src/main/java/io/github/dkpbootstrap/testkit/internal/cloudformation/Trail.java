// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.cloudformation;

import io.github.dkpbootstrap.testkit.internal.cloudformation.UpdateChange.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What happened to a stack since it was last stable: what a rollback has to undo. */
final class Trail {
    private final Optional<StackSettings> stable;
    private final Map<String, UpdateChange> changes = new LinkedHashMap<>();
    private final List<StackResource> leftovers = new ArrayList<>();
    private final Set<String> stuck = new LinkedHashSet<>();

    /**
     * Creates an empty trail.
     *
     * @param stable the settings of the stack when it was stable; nothing if it never was
     */
    Trail(Optional<StackSettings> stable) {
        this.stable = stable;
    }

    Optional<StackSettings> stable() {
        return stable;
    }

    /** Returns what is still to be undone. */
    Map<String, UpdateChange> changes() {
        return changes;
    }

    /** Returns what was made since, and goes when all is undone. */
    List<StackResource> leftovers() {
        return leftovers;
    }

    /** Returns the resources that a rollback could not bring back; those that it only did not get to are not among them. */
    Set<String> stuck() {
        return stuck;
    }

    /** Adds a change. What the resource was when the stack was stable stays known, however often it changes after that. */
    void note(String id, UpdateChange change) {
        changes.merge(id, change, (old, now) -> new UpdateChange(old.kind(), now.resource(), old.before()));
    }

    /** Returns what a resource was before a change that failed, if the last one failed. */
    Optional<Properties> beforeFailure(String id) {
        return Optional.ofNullable(changes.get(id))
                .filter(change -> change.kind() == Kind.UPDATE || change.kind() == Kind.REPLACE)
                .filter(change -> change.resource().hasFailed())
                .map(change -> change.before().properties());
    }
}
