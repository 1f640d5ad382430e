// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import io.github.dkpbootstrap.policy.Effect;
import io.github.dkpbootstrap.policy.PolicyDocument;

/** Policies of callers. */
final class Allowed {
    private Allowed() {}

    /** Returns a policy that allows everything but these actions. */
    static PolicyDocument allBut(String... actions) {
        return PolicyDocument.builder()
                .addStatement(s -> s.effect(Effect.ALLOW).actions("*").resources("*"))
                .addStatement(s -> s.effect(Effect.DENY).actions(actions).resources("*"))
                .build();
    }
}
