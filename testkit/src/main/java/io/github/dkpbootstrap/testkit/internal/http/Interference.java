// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.http;

import io.github.dkpbootstrap.testkit.internal.fault.Disturbance;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;

/** Hears of every call, and may disturb it. Used only under the lock of the local AWS. */
public interface Interference {
    /** One call. */
    interface Visit {
        /** Returns what goes wrong with the call. */
        Optional<Disturbance> disturbance();

        /** Returns what is counted down when stalled calls are let go. */
        CountDownLatch release();

        /** Notes how the call ended: with an HTTP status, or without an answer. */
        void ended(OptionalInt status);
    }

    /** Notes a call that arrives. */
    Visit arriving(Arrival arrival);
}
