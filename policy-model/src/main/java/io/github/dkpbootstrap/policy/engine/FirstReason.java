// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.engine;

import java.util.function.Supplier;

/** The reason of the first element that does not match, or else of the first that is open. Not thread-safe. */
final class FirstReason {
    private Answer worst = Answer.YES;
    private String reason = "every element matches the request";

    /** Takes the reason if nothing before was as bad; it is worded only then. */
    void offer(Answer answer, Supplier<String> wording) {
        if (answer.compareTo(worst) < 0) {
            worst = answer;
            reason = answer == Answer.OPEN ? "an intrinsic has no text yet; " + wording.get() : wording.get();
        }
    }

    String reason() {
        return reason;
    }
}
