// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.analysis;

import io.github.dkpbootstrap.policy.PolicyDocument;
import io.github.dkpbootstrap.policy.PolicyTarget;
import io.github.dkpbootstrap.policy.analysis.Containment.Counterexample;
import io.github.dkpbootstrap.policy.analysis.Containment.Counterexample.Plausibility;
import io.github.dkpbootstrap.policy.catalogue.Catalogue;
import io.github.dkpbootstrap.policy.proof.ContainmentProver;
import io.github.dkpbootstrap.policy.proof.DocumentKind;
import io.github.dkpbootstrap.policy.proof.Proof;
import io.github.dkpbootstrap.policy.proof.Witness;
import io.github.dkpbootstrap.policy.proof.WitnessCaller;
import java.util.Optional;
import java.util.function.Supplier;

/** Asks for a proof and shows the interpreter every counterexample before anyone else sees it. */
final class ContainmentQuestion {
    /** Enough for a statement of a policy in use. */
    private static final long SMALLEST_SHARE = 50_000;

    private final PolicyTarget target;
    private final long steps;
    private final OpenRules openRules;
    private final KnownRequests known;

    ContainmentQuestion(PolicyTarget target, long steps, OpenRules openRules, Supplier<Catalogue> catalogue) {
        this(target, steps, openRules, new KnownRequests(catalogue));
    }

    private ContainmentQuestion(PolicyTarget target, long steps, OpenRules openRules, KnownRequests known) {
        this.target = target;
        this.steps = steps;
        this.openRules = openRules;
        this.known = known;
    }

    /** Returns this question with its share of the budget, for one of many that are asked together. */
    ContainmentQuestion sharedBy(int questions) {
        long share = Math.min(steps, Math.max(steps / Math.max(1, questions), SMALLEST_SHARE));
        return new ContainmentQuestion(target, share, openRules, known);
    }

    Containment ask(PolicyDocument narrow, PolicyDocument wide) {
        ContainmentProver prover =
                new ContainmentProver(DocumentKind.of(target), steps, () -> known.actions(narrow, wide));
        Proof proof = openRules == OpenRules.READ_AS_DOCUMENTED
                ? prover.proveAsDocumented(narrow, wide)
                : prover.prove(narrow, wide);
        if (proof instanceof Proof.Refuted refuted) {
            return replay(refuted.witness(), narrow, wide);
        }
        if (proof instanceof Proof.Unknown unknown) {
            return ImmutableUnknown.builder()
                    .cause(Containment.Unknown.Cause.valueOf(unknown.cause().name()))
                    .detail(unknown.detail())
                    .build();
        }
        return ImmutableProven.builder().build();
    }

    /**
     * Shows the request to the interpreter. An intrinsic on which it does not hang is taken for a text, and as the answer
     * must be the same for every text, for two that are as far apart as can be.
     */
    private Containment replay(Witness witness, PolicyDocument narrow, PolicyDocument wide) {
        AccessRequest request = request(witness);
        counterexample(witness, request, resolved(narrow, "*"), resolved(wide, "*"));
        return counterexample(witness, request, resolved(narrow, "none"), resolved(wide, "none"));
    }

    private static PolicyDocument resolved(PolicyDocument document, String text) {
        return document.resolve(intrinsic -> Optional.of(text));
    }

    private Counterexample counterexample(
            Witness witness, AccessRequest request, PolicyDocument narrow, PolicyDocument wide) {
        Surroundings surroundings = new Surroundings(target, witness.threshold());
        PolicySet allowing = surroundings.with(narrow);
        PolicySet denying = surroundings.with(wide);
        PolicyInterpreter interpreter = new PolicyInterpreter();
        Decision allowed = interpreter.decide(request, allowing);
        Decision denied = interpreter.decide(request, denying);
        if (!allowed.allowed() || denied.allowed()) {
            throw new IllegalStateException("The search and the interpreter disagree on " + request);
        }
        return ImmutableCounterexample.builder()
                .request(request)
                .allowing(allowing)
                .denying(denying)
                .allowed(allowed)
                .denied(denied)
                .plausibility(known.knows(request) ? Plausibility.KNOWN : Plausibility.NOT_IN_CATALOGUE)
                .build();
    }

    private static AccessRequest request(Witness witness) {
        Caller caller = caller(witness.caller());
        return AccessRequest.builder()
                .caller(caller)
                .action(witness.action())
                .resource(witness.resource())
                .resourceAccount(caller.account())
                .context(witness.context())
                .build();
    }

    private static Caller caller(WitnessCaller caller) {
        return switch (caller.kind()) {
            case ROOT -> Caller.root(caller.arn().orElseThrow().account());
            case USER -> Caller.user(caller.id());
            case ROLE_SESSION -> Caller.roleSession(caller.roleArn().orElseThrow(), caller.sessionName());
            case SERVICE -> Caller.service(caller.id());
            case FEDERATED -> Caller.federated(caller.id());
            case ANONYMOUS -> Caller.anonymous();
        };
    }
}
