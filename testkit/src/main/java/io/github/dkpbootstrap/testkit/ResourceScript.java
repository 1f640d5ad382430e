// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit;

import io.github.dkpbootstrap.testkit.internal.fault.Trouble;
import io.github.dkpbootstrap.testkit.internal.fault.Trouble.Phase;
import java.util.List;
import java.util.Optional;

/** The faults that wait for their resources. Used only under the lock of the local AWS. */
final class ResourceScript implements Trouble.Source {
    private Countdown<ResourceFault> faults = new Countdown<>();

    void add(ResourceFault fault) {
        faults.add(fault, fault.first(), fault.count());
    }

    void clear() {
        faults.clear();
    }

    boolean isSpent() {
        return faults.isEmpty();
    }

    /** Runs something with faults of its own, and none of those that wait. */
    void apart(Runnable action) {
        Countdown<ResourceFault> before = faults;
        faults = new Countdown<>();
        try {
            action.run();
        } finally {
            faults = before;
        }
    }

    @Override
    public Trouble next(String stackName, String logicalId, Phase phase) {
        List<Trouble> met = faults.met(fault -> fault.concerns(stackName, logicalId, phase)).stream()
                .map(ResourceFault::trouble)
                .toList();
        return new Trouble(
                met.stream().map(Trouble::duration).flatMap(Optional::stream).findFirst(),
                met.stream().map(Trouble::failure).flatMap(Optional::stream).findFirst());
    }
}
