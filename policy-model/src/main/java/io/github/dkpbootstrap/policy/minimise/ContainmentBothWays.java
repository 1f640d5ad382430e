// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.minimise;

import io.github.dkpbootstrap.policy.Effect;
import io.github.dkpbootstrap.policy.PolicyDocument;
import io.github.dkpbootstrap.policy.PolicyTarget;
import io.github.dkpbootstrap.policy.Principal;
import io.github.dkpbootstrap.policy.Statement;
import io.github.dkpbootstrap.policy.proof.ContainmentProver;
import io.github.dkpbootstrap.policy.proof.DocumentKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The proof by containment in both directions. What only denies permits nothing, so that it is compared by what it leaves
 * of everything.
 */
final class ContainmentBothWays implements EqualityProof {
    private final DocumentKind kind;
    private final ContainmentProver prover;

    ContainmentBothWays(PolicyTarget target, long steps) {
        // Control policies on resources only deny, whatever they say, which is no ground to compare them on.
        this.kind = target == PolicyTarget.RESOURCE_CONTROL_POLICY ? DocumentKind.RESOURCE : DocumentKind.of(target);
        this.prover = new ContainmentProver(kind, steps, List::of);
    }

    @Override
    public boolean isProved(PolicyDocument one, PolicyDocument other) {
        boolean denies = one.statements().stream().allMatch(statement -> statement.effect() == Effect.DENY)
                && other.statements().stream().allMatch(statement -> statement.effect() == Effect.DENY);
        return denies ? prover.areEqual(besideAll(one), besideAll(other)) : prover.areEqual(one, other);
    }

    private PolicyDocument besideAll(PolicyDocument document) {
        List<Statement> statements = new ArrayList<>(document.statements().values());
        statements.add(Statement.builder()
                .effect(Effect.ALLOW)
                .principal(kind == DocumentKind.RESOURCE ? Optional.of(Principal.everyone()) : Optional.empty())
                .action("*")
                .resource("*")
                .build());
        return Part.document(document.version(), statements);
    }
}
