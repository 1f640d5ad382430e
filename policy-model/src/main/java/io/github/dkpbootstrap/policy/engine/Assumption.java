// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.engine;

import io.github.dkpbootstrap.policy.Effect;

/** What is assumed of the statements that an intrinsic leaves open: the best for the request, or the worst. */
enum Assumption {
    WORST,
    BEST;

    Grade grade(Span span, Effect effect) {
        return (this == WORST) == (effect == Effect.ALLOW) ? span.least() : span.most();
    }
}
