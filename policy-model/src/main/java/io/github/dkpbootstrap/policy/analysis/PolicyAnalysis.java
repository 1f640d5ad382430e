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
}
