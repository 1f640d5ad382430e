// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.analysis;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Decides requests by the rules of {@code docs/semantics.md}, one after the other, plainly and without any compiling:
 * slow enough to be read, and what every faster way is checked against. Immutable and thread-safe.
 *
 * <p>It reads what it is given: it adds no condition keys to the context of the request, and knows no catalogue of
 * actions. Values of {@code sts:ExternalId} never appear in a reason.
 *
 * <pre>{@code
 * Decision decision = new PolicyInterpreter().decide(request, PolicySet.builder().addIdentity(policy).build());
 * decision.allowed();
 * }</pre>
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html">Policy
 *     evaluation logic</a>
 */
public final class PolicyInterpreter implements PolicyEvaluator {
    /** Creates an interpreter; there is nothing to set. */
    public PolicyInterpreter() {}

    @Override
    public Decision decide(AccessRequest request, PolicySet policies) {
        List<StatementMatch> matches = new PolicyMatching(request, policies).matches();
        Ruling ruling = new EvaluationOrder(request, policies, matches, Reading.AGAINST_THE_REQUEST).ruling();
        List<StatementMatch> open =
                matches.stream().filter(StatementMatch::isOpen).collect(Collectors.toList());
        if (!open.isEmpty()) {
            Ruling other = new EvaluationOrder(request, policies, matches, Reading.FOR_THE_REQUEST).ruling();
            if (other.verdict() != ruling.verdict()) {
                throw open.get(0).unresolved();
            }
        }
        return Decision.builder()
                .verdict(ruling.verdict())
                .reason(ruling.reason())
                .statements(matches.stream().map(StatementMatch::toResult).collect(Collectors.toList()))
                .build();
    }
}
