// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The faults that wait for their calls. Used only under the lock of the local AWS. */
final class CallScript {
    private static final class Waiting {
        private final CallFault fault;
        private int seen;

        Waiting(CallFault fault) {
            this.fault = fault;
        }

        /** Counts a call; returns whether it meets the fault. */
        boolean meets(String action) {
            if (!fault.concerns(action)) {
                return false;
            }
            seen++;
            return seen >= fault.firstCall();
        }

        boolean isOver() {
            return seen - fault.firstCall() + 1 >= fault.count();
        }
    }

    private final List<Waiting> waiting = new ArrayList<>();

    void add(CallFault fault) {
        waiting.add(new Waiting(fault));
    }

    void clear() {
        waiting.clear();
    }

    /** Returns the fault that a call meets: of several, the one that was injected first; all of them count the call. */
    Optional<CallFault> next(String action) {
        List<Waiting> met = new ArrayList<>();
        waiting.stream().filter(fault -> fault.meets(action)).forEach(met::add);
        waiting.removeIf(fault -> met.contains(fault) && fault.isOver());
        return met.stream().findFirst().map(first -> first.fault);
    }
}
