// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.engine;

import io.github.dkpbootstrap.policy.UnresolvedIntrinsicException;
import io.github.dkpbootstrap.policy.analysis.AccessRequest;
import io.github.dkpbootstrap.policy.analysis.Decision;
import io.github.dkpbootstrap.policy.analysis.Decision.Verdict;
import io.github.dkpbootstrap.policy.analysis.PolicyEvaluator;
import io.github.dkpbootstrap.policy.analysis.PolicySet;

/**
 * A policy set, compiled to decide many requests: the answers of the interpreter, by the same rules
 * ({@code docs/semantics.md}) and without any of its code, at a small part of its cost. Immutable and thread-safe; keep
 * one per policy set, as compiling costs more than deciding.
 *
 * <pre>{@code
 * PolicyEngine engine = PolicyEngine.compile(PolicySet.builder().addIdentity(policy).build());
 * engine.allows(request);
 * engine.explain(request).reason();
 * }</pre>
 *
 * <p>Like the interpreter, it adds no condition keys to a request and knows no catalogue of actions.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html">Policy
 *     evaluation logic</a>
 */
public final class PolicyEngine {
    private final CompiledPolicies policies;
    private final Course course;
    private final boolean hasIntrinsics;

    private PolicyEngine(PolicySet set) {
        policies = new CompiledPolicies(set);
        course = new Course(set, policies);
        hasIntrinsics = policies.statements().stream()
                .anyMatch(statement ->
                        Intrinsics.first(statement.place().statement()).isPresent());
    }

    /**
     * Compiles a policy set. Nothing is checked and nothing is refused; template intrinsics are accepted too, and matter
     * only to a request whose answer hangs on them. {@code PolicyDocument.resolve} replaces them before.
     */
    public static PolicyEngine compile(PolicySet policies) {
        return new PolicyEngine(policies);
    }

    /**
     * Returns an evaluator that compiles the policies that it is given and explains each decision. It keeps the engine of
     * the policy set that it was last asked about, for as long as it is given that same object: right for many requests
     * in a row against one set. Immutable but for that, and thread-safe.
     */
    public static PolicyEvaluator evaluator() {
        return new CompilingEvaluator();
    }

    /**
     * Decides a request; gives no reasons and makes next to no garbage.
     *
     * @throws UnresolvedIntrinsicException if the answer hangs on a template intrinsic
     */
    public Verdict decide(AccessRequest request) {
        return decide(new RequestView(request)).verdict();
    }

    /**
     * Returns whether a request is allowed. As {@link #decide}.
     *
     * @throws UnresolvedIntrinsicException if the answer hangs on a template intrinsic
     */
    public boolean allows(AccessRequest request) {
        return decide(request) == Verdict.ALLOWED;
    }

    /**
     * Decides a request and says why: in one sentence, and for each statement that could have mattered to this caller.
     * The sentences are those of the interpreter. Long values are cut; those of {@code sts:ExternalId} never appear.
     *
     * @throws UnresolvedIntrinsicException if the answer hangs on a template intrinsic
     */
    public Decision explain(AccessRequest request) {
        RequestView view = new RequestView(request);
        return new Explanation(view, policies, course).of(decide(view));
    }

    /** Where intrinsics leave statements open, the best and the worst that they can be must come to the same. */
    private Step decide(RequestView request) {
        Step step = course.decide(request, Assumption.WORST);
        if (hasIntrinsics && course.decide(request, Assumption.BEST).verdict() != step.verdict()) {
            throw new UnresolvedIntrinsicException(policies.firstOpen(request));
        }
        return step;
    }
}
