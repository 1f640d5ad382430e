// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.analysis;

import io.github.dkpbootstrap.policy.PolicyDocument;
import io.github.dkpbootstrap.policy.PolicyTarget;
import io.github.dkpbootstrap.policy.proof.ContainmentProver;

/**
 * What a document means: proofs, questions, findings and pages. Immutable and thread-safe; methods compute anew each time.
 *
 * <pre>{@code
 * PolicyAnalysis.of(policy, PolicyTarget.MANAGED_POLICY).isNoBroaderThan(reference).isProven();
 * }</pre>
 */
public final class PolicyAnalysis {
    private final PolicyDocument document;
    private final PolicyTarget target;
    private final long steps;

    private PolicyAnalysis(PolicyDocument document, PolicyTarget target, long steps) {
        this.document = document;
        this.target = target;
        this.steps = steps;
    }

    /** Returns the analysis of a document that is meant to be stored as {@code target}. */
    public static PolicyAnalysis of(PolicyDocument document, PolicyTarget target) {
        return new PolicyAnalysis(document, target, ContainmentProver.DEFAULT_STEPS);
    }

    /** Returns this analysis with another budget for each proof; 20,000,000 steps unless set, some seconds at worst. */
    public PolicyAnalysis budget(long steps) {
        return new PolicyAnalysis(document, target, steps);
    }

    /**
     * Returns whether every request that this document permits is permitted by {@code other} too, both read for the same
     * target. For policies of resources, a caller that {@code other} leaves to its account or role must not be allowed by
     * itself here.
     *
     * @see <a href="https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_CheckNoNewAccess.html">
     *     CheckNoNewAccess</a>
     */
    public Containment isNoBroaderThan(PolicyDocument other) {
        return new ContainmentQuestion(target, steps).ask(document, other);
    }

    /** Returns a smaller document that permits the same; {@code Sid}s are kept, and every step is proved. */
    public Minimised minimise() {
        return minimise(ReductionOptions.builder().build());
    }

    /**
     * Returns a smaller document that permits the same: what is covered anyway is left out, statements are merged where they
     * differ in one element only, and what they have in common is said once. Each step is proved in both directions, with a
     * tenth of the {@link #budget}, and left undone where that fails. The result is never larger, and has nothing left that
     * could be made smaller in this way; it is not the smallest of all. Statements with template intrinsics stay as they
     * are. Takes a second or so for a hundred statements.
     */
    public Minimised minimise(ReductionOptions options) {
        return new Reductions(target, steps, options).minimise(document);
    }

    /**
     * Returns documents of the target's size that together permit the same; {@code Sid}s are kept, and every step is proved.
     *
     * @throws io.github.dkpbootstrap.policy.PolicyTooLargeException if there are none
     */
    public Fit fit() {
        return fit(ReductionOptions.builder().build());
    }

    /**
     * Returns documents of the target's size that together permit the same: the document as it is if it fits, else as
     * {@link #minimise(ReductionOptions)} makes it, else spread over several where the target is a managed policy or a
     * service or resource control policy. (A permissions boundary is one managed policy: only a fit of one document can be
     * one.) Template intrinsics count as written: resolve them first.
     *
     * @throws io.github.dkpbootstrap.policy.PolicyTooLargeException if there are none, with what is too large and by how much
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html">IAM and STS quotas</a>
     */
    public Fit fit(ReductionOptions options) {
        return new Reductions(target, steps, options).fit(document);
    }
}
