// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.engine;

import io.github.dkpbootstrap.policy.Effect;
import io.github.dkpbootstrap.policy.analysis.Decision;
import io.github.dkpbootstrap.policy.analysis.PolicySet.ResourcePolicyKind;
import java.util.List;
import java.util.function.Predicate;

/** Says why a decision fell as it did. Made for one request; the reading is always that against the request. */
final class Explanation {
    private final RequestView request;
    private final Course course;
    private final List<ExplainedStatement> statements;

    Explanation(RequestView request, CompiledPolicies policies, Course course) {
        this.request = request;
        this.course = course;
        statements = policies.statements().stream()
                .filter(statement -> statement.layer().appliesTo(request.caller()))
                .map(statement -> new ExplainedStatement(statement, request))
                .toList();
    }

    Decision of(Step step) {
        return Decision.builder()
                .verdict(step.verdict())
                .reason(sentence(step))
                .statements(statements.stream().map(ExplainedStatement::result).toList())
                .build();
    }

    private String sentence(Step step) {
        return switch (step) {
            case DENIED_BY_STATEMENT -> first(statement -> statement.effect() == Effect.DENY) + " denies the request.";
            case OUTSIDE_SERVICE_CONTROL ->
                "No service control policy of level %d (serviceControl[%1$d]) allows the request."
                        .formatted(firstLevelThatDoesNotAllow());
            case OUTSIDE_RESOURCE_POLICY ->
                "The " + resourcePolicy() + " policy does not allow the request, " + whyNeeded();
            case ALLOWED_BY_RESOURCE_POLICY, ALLOWED_IN_PLACE_OF_IDENTITY_POLICIES -> resourceAllows();
            case ALLOWED_AS_ROOT ->
                resourceMustAllow() ? resourceAllows() : "The root user is allowed what nothing denies.";
            case OUTSIDE_IDENTITY_POLICIES -> "No identity policy allows the request" + delegation();
            case OUTSIDE_BOUNDARY -> "The permissions boundary does not allow the request.";
            case WITHOUT_SESSION_POLICY ->
                "The session of a federated user has no session policy, and so no permissions of its own.";
            case OUTSIDE_SESSION_POLICIES -> "No session policy allows the request.";
            case ALLOWED_BY_IDENTITY_POLICIES ->
                strongest(Layer.IDENTITY) + " allows the request"
                        + (resourceMustAllow() ? ", and so does " + strongest(Layer.RESOURCE) + "." : ".");
        };
    }

    private String whyNeeded() {
        if (course.resourceKind() != ResourcePolicyKind.ORDINARY) {
            return "which nothing else can replace.";
        }
        return request.caller().hasAccount()
                ? "which a caller of another account needs."
                : "which a caller without an account needs.";
    }

    private String delegation() {
        boolean delegated = request.isSameAccount() && grant(Layer.RESOURCE) == Grade.ACCOUNT;
        return delegated ? ", and the " + resourcePolicy() + " policy leaves the decision to the account." : ".";
    }

    private String resourceAllows() {
        return strongest(Layer.RESOURCE) + " allows the request.";
    }

    private boolean resourceMustAllow() {
        return course.resourceMustAllow(request.caller(), request.isSameAccount());
    }

    private String resourcePolicy() {
        return course.resourceKind() == ResourcePolicyKind.TRUST ? "trust" : "resource";
    }

    private int firstLevelThatDoesNotAllow() {
        int level = 0;
        while (allowsAtLevel(level)) {
            level++;
        }
        return level;
    }

    private boolean allowsAtLevel(int level) {
        return statements.stream()
                .anyMatch(statement -> statement.allows(Layer.SERVICE_CONTROL) && statement.level() == level);
    }

    private Grade grant(Layer layer) {
        return statements.stream()
                .filter(statement -> statement.allows(layer))
                .map(ExplainedStatement::grade)
                .reduce(Grade.NONE, Grade::or);
    }

    private String strongest(Layer layer) {
        Grade grant = grant(layer);
        return first(statement -> statement.allows(layer) && statement.grade() == grant);
    }

    private String first(Predicate<ExplainedStatement> condition) {
        return statements.stream()
                .filter(statement -> statement.grade() != Grade.NONE && condition.test(statement))
                .map(ExplainedStatement::location)
                .findFirst()
                .orElseThrow();
    }
}
