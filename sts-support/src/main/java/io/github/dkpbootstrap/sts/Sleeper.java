// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

import java.time.Duration;

/** How the library waits. Tests give one that moves a clock instead. Must be thread-safe. */
@FunctionalInterface
public interface Sleeper {
    /**
     * Waits.
     *
     * @throws InterruptedException if the thread is interrupted meanwhile
     */
    void sleep(Duration duration) throws InterruptedException;

    /** Returns the sleeper that sleeps. */
    static Sleeper system() {
        return duration -> Thread.sleep(duration.toMillis());
    }
}
