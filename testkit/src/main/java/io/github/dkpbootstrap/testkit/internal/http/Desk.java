// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.http;

import io.github.dkpbootstrap.testkit.internal.query.ServiceError;
import io.github.dkpbootstrap.testkit.internal.sigv4.SignedRequest;
import java.util.function.Supplier;

/** What answers requests behind the {@link Reception}. */
public interface Desk {
    /** Returns what a request claims to be. */
    Arrival arrival(SignedRequest request);

    /** Answers a request; every failure is an answer too. */
    Answer handle(SignedRequest request);

    /** Refuses a request, in its protocol. */
    Answer refuse(SignedRequest request, ServiceError error);

    /** Runs something that concerns the state of the local AWS, alone and up to date. */
    <T> T exclusively(Supplier<T> action);
}
