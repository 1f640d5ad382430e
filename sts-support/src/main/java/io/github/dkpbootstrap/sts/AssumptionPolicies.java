// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

import io.github.dkpbootstrap.policy.Condition;
import io.github.dkpbootstrap.policy.Effect;
import io.github.dkpbootstrap.policy.OneOrMore;
import io.github.dkpbootstrap.policy.PolicyDocument;
import io.github.dkpbootstrap.policy.Principal;
import io.github.dkpbootstrap.policy.Statement;
import io.github.dkpbootstrap.policy.analysis.Decision;
import io.github.dkpbootstrap.policy.analysis.PolicyInterpreter;
import io.github.dkpbootstrap.policy.analysis.PolicySet;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Finds the statements and conditions because of which policies refuse a call of AssumeRole. */
final class AssumptionPolicies {
    private static final int MOST_POINTS = 6;
    private static final PolicyDocument EVERYTHING = PolicyDocument.builder()
            .addStatement(s -> s.effect(Effect.ALLOW).action("*").resource("*"))
            .build();

    private final PolicyInterpreter interpreter = new PolicyInterpreter();
    private final AssumptionRequest request;
    private final ConditionAdvice advice;

    AssumptionPolicies(AssumptionRequest request) {
        this.request = request;
        this.advice = new ConditionAdvice(request);
    }

    /** Returns why the trust policy does not let the caller do {@code action}; nothing if it does. */
    List<String> refusals(String action, PolicyDocument trust) {
        if (letsIn(action, trust)) {
            return List.of();
        }
        Predicate<Statement> matches = statement -> letsIn(action, allowing(statement));
        List<String> points = points("Statement", trust.statements().values(), matches);
        return points.isEmpty() ? List.of(nobody(action, trust)) : points;
    }

    /** Returns why the caller's policies do not permit {@code action}, which the trust policy lets in; nothing if they do. */
    List<String> refusals(String action, PolicySet own, PolicyDocument trust) {
        PolicySet all = PolicySet.builder()
                .addAllIdentity(own.identity())
                .boundary(own.boundary())
                .trust(trust)
                .build();
        Decision decision = interpreter.decide(request.of(action), all);
        if (decision.allowed()) {
            return List.of();
        }
        List<String> points = new ArrayList<>();
        for (int i = 0; i < own.identity().size(); i++) {
            points.addAll(ownPoints(
                    action, "policy " + (i + 1) + ", Statement", own.identity().get(i)));
        }
        own.boundary()
                .ifPresent(boundary -> points.addAll(ownPoints(action, "permissions boundary, Statement", boundary)));
        if (points.isEmpty()) {
            points.add("none of their " + own.identity().size() + " policies allows " + action + " on " + request.role()
                    + ": attach one that does");
        }
        return points.subList(0, Math.min(points.size(), MOST_POINTS));
    }

    private String nobody(String action, PolicyDocument trust) {
        List<String> named = CallingPrincipal.namedIn(trust);
        return "no statement allows " + action + " to " + request.caller().arn()
                + (named.isEmpty() ? "" : "; named are " + String.join(", ", named))
                + ": add the caller or its account";
    }

    private List<String> ownPoints(String action, String place, PolicyDocument document) {
        Predicate<Statement> matches = statement -> permits(action, allowing(statement));
        return points(place, document.statements().values(), matches);
    }

    /** Says of each statement that concerns the call what it does: a deny that applies, an allow that nearly does. */
    private List<String> points(String place, List<Statement> statements, Predicate<Statement> matches) {
        List<String> points = new ArrayList<>();
        for (int i = 0; i < statements.size() && points.size() < MOST_POINTS; i++) {
            Statement statement = statements.get(i);
            if (!matches.test(unconditional(statement))) {
                continue; // of another action, resource or principal
            }
            String where = place + "[" + i + "] ";
            if (statement.effect() == Effect.DENY) {
                if (matches.test(statement)) {
                    points.add(where + "denies it" + advice.ofDeny(statement.conditions()));
                }
            } else {
                List<Condition> unmet = statement.conditions().stream()
                        .filter(condition -> !matches.test(with(statement, condition)))
                        .toList();
                unmet.forEach(condition -> points.add(where + "asks for " + advice.of(condition)));
            }
        }
        return points;
    }

    private static PolicyDocument allowing(Statement statement) {
        return PolicyDocument.builder()
                .statements(
                        OneOrMore.one(statement.toBuilder().effect(Effect.ALLOW).build()))
                .build();
    }

    private static Statement unconditional(Statement statement) {
        return statement.toBuilder().conditions(List.of()).build();
    }

    private static Statement with(Statement statement, Condition condition) {
        return statement.toBuilder().conditions(List.of(condition)).build();
    }

    private boolean letsIn(String action, PolicyDocument trust) {
        return interpreter
                .decide(
                        request.of(action),
                        PolicySet.builder().addIdentity(EVERYTHING).trust(trust).build())
                .allowed();
    }

    /** Returns whether a policy of the caller permits the action, its account being trusted with the decision. */
    private boolean permits(String action, PolicyDocument identity) {
        PolicyDocument delegation = PolicyDocument.builder()
                .addStatement(s -> s.effect(Effect.ALLOW)
                        .principal(Principal.aws(request.caller().arn().account()))
                        .actions("*"))
                .build();
        return interpreter
                .decide(
                        request.of(action),
                        PolicySet.builder()
                                .addIdentity(identity)
                                .trust(delegation)
                                .build())
                .allowed();
    }
}
