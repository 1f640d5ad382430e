// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.fault;

import java.time.Duration;

/** What goes wrong with a call. */
public sealed interface Disturbance {
    /** When the connection ends, seen from the call's effect. */
    enum Moment {
        BEFORE_EFFECT,
        AFTER_EFFECT
    }

    /** How the connection ends. */
    enum Ending {
        CLOSED,
        RESET
    }

    /** The service refuses the call and does nothing. */
    record Refusal(String code, int status, String message) implements Disturbance {}

    /** The connection ends without an answer. */
    record Loss(Moment moment, Ending ending) implements Disturbance {}

    /** Nothing is done and no answer comes, but the connection stays open. */
    record Stall() implements Disturbance {}

    /** The call has its effect, and the answer comes late. */
    record Delay(Duration duration) implements Disturbance {}

    /** Something else answers, and nothing is done. */
    record Forgery(int status, String contentType, String body) implements Disturbance {
        /** Returns the text without the body, which may be long. */
        @Override
        public String toString() {
            return "Forgery[" + status + ", " + contentType + "]";
        }
    }

    /** The call has its effect, and the connection ends in the middle of the answer. */
    record Truncation() implements Disturbance {}
}
