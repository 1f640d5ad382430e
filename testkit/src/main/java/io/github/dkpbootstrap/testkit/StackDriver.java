// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit;

import io.github.dkpbootstrap.testkit.internal.Ids;
import io.github.dkpbootstrap.testkit.internal.Timeline;
import io.github.dkpbootstrap.testkit.internal.cloudformation.StackDoor;
import io.github.dkpbootstrap.testkit.internal.query.Call;
import io.github.dkpbootstrap.testkit.internal.query.Form;
import io.github.dkpbootstrap.testkit.internal.query.Identity;
import io.github.dkpbootstrap.testkit.internal.query.QueryService;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Calls CloudFormation and IAM for the administrator, and moves time. Used only under the lock of the local AWS. */
final class StackDriver {
    private static final int MAX_STEPS = 10_000;

    /** The parts of the local AWS that are driven. */
    record Machine(
            QueryService cloudFormation,
            StackDoor stacks,
            ResourceScript resources,
            Timeline timeline,
            VirtualClock clock,
            Supplier<Identity> administrator) {}

    private final Machine machine;
    private final String region;
    private final String stackName;

    StackDriver(Machine machine, String region, String stackName) {
        this.machine = machine;
        this.region = region;
        this.stackName = stackName;
    }

    void call(String action, Form form) {
        Form named = form.with("StackName", stackName);
        machine.cloudFormation()
                .handle(new Call(
                        machine.administrator().get(),
                        "cloudformation",
                        action,
                        region,
                        Ids.uuid(),
                        named,
                        Optional.empty()));
    }

    void fault(ResourceFault fault) {
        machine.resources().add(fault.ofStack(stackName));
    }

    String status() {
        return machine.stacks().status(region, stackName).orElse("");
    }

    Optional<String> physicalId(String logicalId) {
        return machine.stacks().physicalId(region, stackName, logicalId);
    }

    /** Returns whether a change set has been computed. */
    boolean hasChangeSet(String changeSet) {
        return machine.stacks().hasChangeSet(region, stackName, changeSet);
    }

    /** Moves time to where the stack is in a status. */
    void until(String status) {
        advance(() -> status().equals(status));
    }

    /** Moves time to where something is so. */
    void advance(BooleanSupplier reached) {
        for (int i = 0; i < MAX_STEPS && !reached.getAsBoolean(); i++) {
            if (!step()) {
                return;
            }
        }
    }

    /** Moves time to where all faults have happened. */
    void spendFaults() {
        advance(machine.resources()::isSpent);
    }

    private boolean step() {
        Optional<Duration> next = machine.timeline().untilNext();
        next.ifPresent(duration -> {
            machine.clock().advance(duration);
            machine.timeline().catchUp();
        });
        return next.isPresent();
    }
}
