// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

import io.github.dkpbootstrap.policy.Arn;
import io.github.dkpbootstrap.policy.PolicyDocument;
import io.github.dkpbootstrap.policy.analysis.PolicySet;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Says why STS denied a role, from the policies by which it decides: the trust policy of the role and the policies of the
 * caller, as {@link RoleFacts} tells them. AWS's own answer names none of them. No call but those of the facts.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html">Policy
 *     evaluation logic</a>
 */
final class DenialExplanation {
    private static final String SEPARATOR = System.lineSeparator() + "  - ";

    private final RoleFacts facts;
    private final AssumptionRequest request;
    private final AssumptionPolicies policies;

    private DenialExplanation(RoleFacts facts, AssumptionRequest request) {
        this.facts = facts;
        this.request = request;
        this.policies = new AssumptionPolicies(request);
    }

    /**
     * Returns what the policies say, or empty where they cannot be read or the caller is not known. Never throws: this
     * is said beside a failure, which it must not replace.
     */
    static Optional<String> explain(RoleFacts facts, SessionSpec spec, Optional<Arn> callerArn, Instant now) {
        try {
            return callerArn.flatMap(caller -> explain(facts, spec, caller, now));
        } catch (RuntimeException e) { // a document of a form that this version does not know, or facts that fail
            return Optional.empty();
        }
    }

    private static Optional<String> explain(RoleFacts facts, SessionSpec spec, Arn caller, Instant now) {
        if (caller.resource().equals("root")) {
            return Optional.of("The caller is the root user of account " + caller.account()
                    + ", and AWS lets no root user assume a role: use an IAM user or another role.");
        }
        return facts.trustPolicy()
                .map(trust -> new DenialExplanation(
                                facts, AssumptionRequest.of(spec, CallingPrincipal.of(caller, trust), now))
                        .text(trust));
    }

    private String text(PolicyDocument trust) {
        List<String> points = refusals(action -> policies.refusals(action, trust));
        if (points.isEmpty()) {
            return identityText(trust);
        }
        PolicyDocument best = policies.withoutUnknown(trust);
        if (refusals(action -> policies.refusals(action, best)).isEmpty()) {
            return "Whether the role's trust policy, as it is now, lets this call in depends on what AWS alone knows:"
                    + list(points) + System.lineSeparator() + "If it does: " + identityText(best);
        }
        return "The role's trust policy, as it is now, does not let this call in:" + list(points);
    }

    private List<String> refusals(Function<String, List<String>> ofAction) {
        return request.actions().stream()
                .flatMap(action -> ofAction.apply(action).stream())
                .distinct()
                .toList();
    }

    private static String list(List<String> points) {
        return SEPARATOR + String.join(SEPARATOR, points);
    }

    private String identityText(PolicyDocument trust) {
        Optional<PolicySet> own = facts.callerPolicies(request.caller().policyHolder());
        if (own.isEmpty()) {
            return "The role's trust policy, as it is now, lets "
                    + request.caller().arn()
                    + " in; the caller's own policies could not be read: they must allow " + request.actionList()
                    + " on "
                    + request.role() + ".";
        }
        List<String> points = refusals(action -> policies.refusals(action, own.get(), trust));
        if (points.isEmpty()) {
            return "The role's trust policy and the policies of "
                    + request.caller().arn()
                    + ", as they are now, allow this call. What denies it is a change that has not arrived everywhere, or"
                    + " lies outside them: a service or resource control policy, a session policy of the caller, the policy"
                    + " of a VPC endpoint.";
        }
        return "The role's trust policy lets the caller in; the policies of "
                + request.caller().arn() + ", as they are now, do not permit this call:" + list(points);
    }
}
