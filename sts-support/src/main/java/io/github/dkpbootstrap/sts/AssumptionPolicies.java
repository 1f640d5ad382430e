// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

import io.github.dkpbootstrap.policy.Condition;
import io.github.dkpbootstrap.policy.Effect;
import io.github.dkpbootstrap.policy.OneOrMore;
import io.github.dkpbootstrap.policy.PolicyDocument;
import io.github.dkpbootstrap.policy.Principal;
import io.github.dkpbootstrap.policy.Statement;
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
    private static final PolicyDocument EVERYBODY = PolicyDocument.builder()
            .addStatement(
                    s -> s.effect(Effect.ALLOW).principal(Principal.everyone()).actions("*"))
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
        Predicate<Statement> matches = matching(EVERYBODY, document -> letsIn(action, document));
        List<String> points = points("Statement", trust, allows(trust, matches), matches);
        return points.isEmpty() ? List.of(nobody(action, trust)) : points;
    }

    /** Returns why the caller's policies do not permit {@code action}, which the trust policy lets in; nothing if they do. */
    List<String> refusals(String action, PolicySet own, PolicyDocument trust) {
        PolicySet all = PolicySet.builder()
                .addAllIdentity(own.identity())
                .boundary(own.boundary())
                .trust(trust)
                .build();
        if (interpreter.decide(request.of(action), all).allowed()) {
            return List.of();
        }
        Predicate<Statement> matches = matching(EVERYTHING, document -> permits(action, document));
        boolean allowed = own.identity().stream().anyMatch(policy -> allows(policy, matches));
        List<String> points = new ArrayList<>();
        for (int i = 0; i < own.identity().size(); i++) {
            String place = "policy " + (i + 1) + ", Statement";
            points.addAll(points(place, own.identity().get(i), allowed, matches));
        }
        if (points.isEmpty() && !allowed) {
            points.add("none of their " + own.identity().size() + " policies allows " + action + " on " + request.role()
                    + ": attach one that does");
        }
        own.boundary().ifPresent(boundary -> points.addAll(ofBoundary(action, boundary, matches)));
        return points.subList(0, Math.min(points.size(), MOST_POINTS));
    }

    /**
     * Returns the trust policy as it would be if all conditions on what AWS alone knows let the call in; with it, what is
     * refused is refused for certain.
     */
    PolicyDocument withoutUnknown(PolicyDocument trust) {
        List<Statement> statements = trust.statements().values().stream()
                .filter(statement -> statement.effect() == Effect.ALLOW
                        || statement.conditions().stream().allMatch(this::isKnown))
                .map(statement -> statement.toBuilder()
                        .conditions(statement.conditions().stream()
                                .filter(this::isKnown)
                                .toList())
                        .build())
                .toList();
        return statements.isEmpty() ? trust : document(statements);
    }

    private boolean isKnown(Condition condition) {
        return request.knows(condition.key());
    }

    private List<String> ofBoundary(String action, PolicyDocument boundary, Predicate<Statement> matches) {
        boolean allowed = allows(boundary, matches);
        List<String> points = points("permissions boundary, Statement", boundary, allowed, matches);
        return points.isEmpty() && !allowed
                ? List.of("the permissions boundary does not allow " + action + " on " + request.role()
                        + ", whatever other policies do: add it there")
                : points;
    }

    private String nobody(String action, PolicyDocument trust) {
        String assume = request.actions().get(0);
        if (!action.equals(assume) && letsIn(assume, trust)) {
            return "no statement allows " + action + " to " + request.caller().arn() + ": add " + action
                    + " to the statement that allows " + assume;
        }
        List<String> named = CallingPrincipal.namedIn(trust);
        return "no statement allows " + action + " to " + request.caller().arn()
                + (named.isEmpty() ? "" : "; named are " + String.join(", ", named))
                + ": add the caller or its account";
    }

    private static boolean allows(PolicyDocument document, Predicate<Statement> matches) {
        return document.statements().values().stream()
                .anyMatch(statement -> statement.effect() == Effect.ALLOW && matches.test(statement));
    }

    /** Says of each statement that concerns the call what it does: a deny that applies, an allow that nearly does. */
    private List<String> points(String place, PolicyDocument document, boolean allowed, Predicate<Statement> matches) {
        List<Statement> statements = document.statements().values();
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
            } else if (!allowed) { // where another statement allows it, what this one asks for is not the reason
                List<Condition> unmet = statement.conditions().stream()
                        .filter(condition -> !matches.test(with(statement, condition)))
                        .limit(MOST_POINTS - points.size())
                        .toList();
                unmet.forEach(condition -> points.add(where + "asks for " + advice.of(condition)));
            }
        }
        return points;
    }

    /** Returns whether a statement alone allows the call, or a deny takes it from a document that allows all. */
    private static Predicate<Statement> matching(PolicyDocument all, Predicate<PolicyDocument> allows) {
        boolean known = allows.test(all);
        return statement -> statement.effect() == Effect.ALLOW
                ? allows.test(document(List.of(statement)))
                : known
                        && !allows.test(
                                document(List.of(all.statements().values().get(0), statement)));
    }

    private static PolicyDocument document(List<Statement> statements) {
        return PolicyDocument.builder().statements(OneOrMore.list(statements)).build();
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
