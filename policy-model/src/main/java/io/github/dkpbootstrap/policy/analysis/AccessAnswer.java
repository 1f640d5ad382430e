// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.analysis;

import io.github.dkpbootstrap.policy.analysis.Containment.Counterexample.Plausibility;
import io.github.dkpbootstrap.policy.internal.ValueStyle;
import org.immutables.value.Value;

/** The answer to whether a document grants any of some actions on any of some resources. */
public sealed interface AccessAnswer {
    /** No request for these actions on these resources is permitted, proven. */
    @ValueStyle
    @Value.Immutable
    non-sealed interface NotGranted extends AccessAnswer {}

    /** A request for one of the actions on one of the resources is permitted. */
    @ValueStyle
    @Value.Immutable
    non-sealed interface Granted extends AccessAnswer {
        /** Returns such a request. */
        AccessRequest request();

        /** Returns the interpreter's decision on it. */
        Decision decision();

        /** Returns whether the catalogue knows the request. */
        Plausibility plausibility();
    }

    /** No answer. */
    @ValueStyle
    @Value.Immutable
    non-sealed interface Undecided extends AccessAnswer {
        /** Returns why there is no answer. */
        Containment.Unknown.Cause cause();

        /** Returns on what exactly it hangs. */
        String detail();
    }

    /** Returns whether it is proven that nothing of it is granted. */
    default boolean isNotGranted() {
        return this instanceof NotGranted;
    }

    /** Returns the answer that the containment in everything but the access gives. */
    static AccessAnswer of(Containment inEverythingElse) {
        if (inEverythingElse instanceof Containment.Counterexample counterexample) {
            return ImmutableGranted.builder()
                    .request(counterexample.request())
                    .decision(counterexample.allowed())
                    .plausibility(counterexample.plausibility())
                    .build();
        }
        if (inEverythingElse instanceof Containment.Unknown unknown) {
            return ImmutableUndecided.builder()
                    .cause(unknown.cause())
                    .detail(unknown.detail())
                    .build();
        }
        return ImmutableNotGranted.builder().build();
    }
}
