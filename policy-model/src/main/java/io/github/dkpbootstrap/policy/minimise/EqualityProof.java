// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.minimise;

import io.github.dkpbootstrap.policy.PolicyDocument;
import io.github.dkpbootstrap.policy.PolicyTarget;

/** Proves that two documents permit the same. */
@FunctionalInterface
public interface EqualityProof {
    /** Returns whether it is proved; what cannot be decided is not. */
    boolean isProved(PolicyDocument one, PolicyDocument other);

    /** Returns the proof by containment in both directions; {@code steps} is the budget of each direction. */
    static EqualityProof by(PolicyTarget target, long steps) {
        return new ContainmentBothWays(target, steps);
    }
}
