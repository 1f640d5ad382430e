// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit;

import io.github.dkpbootstrap.testkit.internal.query.ServiceError;

/** Where scripts of stacks are played. Used only under the lock of the local AWS. */
final class StackStage {
    private final StackDriver.Machine machine;

    StackStage(StackDriver.Machine machine) {
        this.machine = machine;
    }

    String reach(StackWish wish, String status) {
        StackDriver driver = new StackDriver(machine, wish.region(), wish.name());
        String before = driver.status();
        if (!before.isEmpty() && !before.equals("DELETE_COMPLETE")) {
            throw new IllegalStateException("The stack " + wish.name() + " exists already, in " + before);
        }
        machine.resources().apart(() -> lead(driver, wish, status));
        if (!driver.status().equals(status)) {
            throw new IllegalStateException("The stack " + wish.name() + " came to " + driver.status() + ", not to "
                    + status + ": its template has too few resources for that, or none that can be updated");
        }
        return machine.stacks().id(wish.region(), wish.name()).orElseThrow();
    }

    private static void lead(StackDriver driver, StackWish wish, String status) {
        try {
            new StackRoutes(driver, wish).lead(status);
        } catch (ServiceError error) {
            throw new IllegalArgumentException(
                    "The stack " + wish.name() + " cannot be led to " + status + ": " + error.message(), error);
        }
    }
}
