// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.cloudformation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The change sets of a stack. */
final class ChangeSets {
    private final List<ChangeSet> sets = new ArrayList<>();
    private Optional<String> lastExecuted = Optional.empty();

    void add(ChangeSet set) {
        sets.add(set);
    }

    void remove(ChangeSet set) {
        sets.remove(set);
    }

    /** Returns all change sets, newest first. */
    private List<ChangeSet> all() {
        List<ChangeSet> all = new ArrayList<>(sets);
        Collections.reverse(all);
        return all;
    }

    /** Returns the change sets that AWS lists, newest first: all but those that were executed with success. */
    List<ChangeSet> listed() {
        return all().stream().filter(set -> !set.isExecuted()).toList();
    }

    /** Returns a change set by id, or the newest by name. */
    Optional<ChangeSet> find(String nameOrId) {
        return all().stream()
                .filter(set -> set.id().equals(nameOrId) || set.request().name().equals(nameOrId))
                .findFirst();
    }

    /** Returns the id of the change set that made the stack what it is, if one did. */
    Optional<String> lastExecuted() {
        return lastExecuted;
    }

    /** Notes that an operation on the stack begins; the change set that it executes, if any, says so already. */
    void outdate() {
        lastExecuted = all().stream()
                .filter(ChangeSet::isExecuting)
                .findFirst()
                .map(ChangeSet::id)
                .or(() -> lastExecuted);
        sets.forEach(ChangeSet::outdate);
    }

    /** Notes a status of the stack. */
    void follow(String stackStatus) {
        if (!stackStatus.endsWith("_IN_PROGRESS")) {
            sets.stream().filter(ChangeSet::isExecuting).forEach(set -> set.executed(stackStatus));
        }
        if (stackStatus.equals("DELETE_COMPLETE")) {
            sets.clear();
        }
    }
}
