// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.deploy;

import java.time.Duration;

/** Shows an operation's progress, which has taken in already what a call tells. */
sealed interface Display permits PlainDisplay, LiveDisplay {
    void started(Progress progress);

    void happened(Progress progress, StackEvent event, Step step);

    /** Shows that time has passed. */
    void waiting(Progress progress, Duration now);

    void ended(Progress progress, String status);

    void abandoned(Progress progress, String why);
}
