// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.analysis;

import io.github.dkpbootstrap.policy.PolicyDocument;
import io.github.dkpbootstrap.policy.PolicyTarget;
import io.github.dkpbootstrap.policy.catalogue.Catalogue;
import io.github.dkpbootstrap.policy.proof.ContainmentProver;
import java.util.List;
import java.util.function.Supplier;

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
    private final OpenRules openRules;
    private final Supplier<Catalogue> catalogue;

    private PolicyAnalysis(
            PolicyDocument document,
            PolicyTarget target,
            long steps,
            OpenRules openRules,
            Supplier<Catalogue> catalogue) {
        this.document = document;
        this.target = target;
        this.steps = steps;
        this.openRules = openRules;
        this.catalogue = catalogue;
    }

    /** Returns the analysis of a document that is meant to be stored as {@code target}. */
    public static PolicyAnalysis of(PolicyDocument document, PolicyTarget target) {
        return new PolicyAnalysis(
                document, target, ContainmentProver.DEFAULT_STEPS, OpenRules.READ_EVERY_WAY, Catalogue::bundled);
    }

    /** Returns this analysis with another budget for each proof; 2,000,000 steps unless set, some seconds at worst. */
    public PolicyAnalysis budget(long steps) {
        return new PolicyAnalysis(document, target, steps, openRules, catalogue);
    }

    /** Returns this analysis with rules that AWS leaves open read so; {@link OpenRules#READ_EVERY_WAY} unless set. */
    public PolicyAnalysis rules(OpenRules rules) {
        return new PolicyAnalysis(document, target, steps, rules, catalogue);
    }

    /** Returns this analysis with another catalogue than the library's; proofs hold whatever it says. */
    public PolicyAnalysis using(Catalogue other) {
        return new PolicyAnalysis(document, target, steps, openRules, () -> other);
    }

    /**
     * Returns whether every request that this document permits is permitted by {@code other} too, both read for the same
     * target. For policies of resources, a caller that {@code other} leaves to its account or role must not be allowed by
     * itself here. Intrinsics and variables that are written alike stand for the same in both.
     *
     * @see <a href="https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_CheckNoNewAccess.html">
     *     CheckNoNewAccess</a>
     */
    public Containment isNoBroaderThan(PolicyDocument other) {
        return question().ask(document, other);
    }

    /** As {@link #grants(List, List)}, for one action on one resource. */
    public AccessAnswer grants(String action, String resource) {
        return grants(List.of(action), List.of(resource));
    }

    /**
     * Returns whether this document permits any of the actions on any of the resources, to anybody and under any
     * conditions. Both can be patterns; {@code *} as resource means any resource, as action any action.
     *
     * @throws io.github.dkpbootstrap.policy.InvalidPolicyException if one of the lists is empty
     * @see <a href="https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_CheckAccessNotGranted.html">
     *     CheckAccessNotGranted</a>
     */
    public AccessAnswer grants(List<String> actions, List<String> resources) {
        PolicyDocument allElse = new EverythingBut(target).access(actions, resources);
        return AccessAnswer.of(question().ask(document, allElse));
    }

    /**
     * Returns what changed from {@code older} to this document: statements and their entries, and the access that was gained
     * and lost, each with a request that shows it. Each action of an allow of either document is one proof; they share the
     * {@link #budget}, of which each has at least 50,000 steps.
     */
    public PolicyDiff diff(PolicyDocument older) {
        return new PolicyComparison(older, document, question()).diff();
    }

    private ContainmentQuestion question() {
        return new ContainmentQuestion(target, steps, openRules, catalogue);
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

    /** Returns the permissions of this document for a reviewer: as values, as Markdown and as one HTML page. */
    public PermissionReport permissionReport() {
        return PermissionReport.of(document, target, catalogue.get());
    }
}
