// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.analysis;

import io.github.dkpbootstrap.policy.analysis.Decision.Verdict;

/** A verdict with its reason. */
record Ruling(Verdict verdict, String reason) {
    static Ruling allowed(String reason) {
        return new Ruling(Verdict.ALLOWED, reason);
    }

    static Ruling implicitlyDenied(String reason) {
        return new Ruling(Verdict.IMPLICITLY_DENIED, reason);
    }

    static Ruling explicitlyDenied(String reason) {
        return new Ruling(Verdict.EXPLICITLY_DENIED, reason);
    }
}
