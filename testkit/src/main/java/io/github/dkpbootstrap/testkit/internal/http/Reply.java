// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.http;

import io.github.dkpbootstrap.testkit.internal.fault.Disturbance.Ending;
import java.util.OptionalInt;

/** What the client sees of the end of its call. */
public sealed interface Reply permits Answer, Reply.Truncated, Reply.Lost {
    /** Returns the HTTP status, if the client gets one. */
    OptionalInt httpStatus();

    /** An answer that ends in the middle of its body. */
    record Truncated(Answer answer) implements Reply {
        @Override
        public OptionalInt httpStatus() {
            return answer.httpStatus();
        }
    }

    /** No answer at all. */
    record Lost(Ending ending) implements Reply {
        @Override
        public OptionalInt httpStatus() {
            return OptionalInt.empty();
        }
    }
}
