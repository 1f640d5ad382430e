// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.analysis;

import io.github.dkpbootstrap.policy.ActionPattern;
import io.github.dkpbootstrap.policy.OneOrMore;
import io.github.dkpbootstrap.policy.PolicyString;
import io.github.dkpbootstrap.policy.PolicyVersion;
import io.github.dkpbootstrap.policy.ResourcePattern;
import io.github.dkpbootstrap.policy.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Matches the statements of one policy with one request: every element of a statement must match. */
final class StatementMatching {
    private static final String ALL_MATCH = "every element matches the request";

    private final AccessRequest request;
    private final PolicyKind kind;
    private final PrincipalMatching principals;
    private final ResourceMatching resources;
    private final ConditionMatching conditions;

    StatementMatching(AccessRequest request, PolicyKind kind, Optional<PolicyVersion> version) {
        RequestContext context = new RequestContext(request.context());
        Variables variables = new Variables(context, version);
        this.request = request;
        this.kind = kind;
        this.principals = new PrincipalMatching(request.caller());
        this.resources = new ResourceMatching(variables, kind);
        this.conditions = new ConditionMatching(context, variables);
    }

    StatementMatch match(Statement statement, String location, int level) {
        GrantRange named = named(statement);
        List<ElementResult> elements = new ArrayList<>();
        elements.add(new ElementResult(named.outcome(), principalReason(statement)));
        elements.add(action(statement));
        elements.add(resource(statement));
        statement.conditions().forEach(condition -> elements.add(conditions.match(condition)));
        GrantRange range = named.where(Outcome.all(elements.stream().map(ElementResult::outcome)));
        return new StatementMatch(kind, level, location, statement, range, reason(elements));
    }

    private static String reason(List<ElementResult> elements) {
        return first(elements, Outcome.NO)
                .or(() -> first(elements, Outcome.OPEN).map(reason -> "an intrinsic has no text yet; " + reason))
                .orElse(ALL_MATCH);
    }

    private static Optional<String> first(List<ElementResult> elements, Outcome outcome) {
        return elements.stream()
                .filter(element -> element.outcome() == outcome)
                .map(ElementResult::reason)
                .findFirst();
    }

    private GrantRange named(Statement statement) {
        if (!kind.namesPrincipals()) {
            boolean plain =
                    statement.principal().isEmpty() && statement.notPrincipal().isEmpty();
            return plain ? GrantRange.DIRECT : GrantRange.NONE;
        }
        return statement
                .principal()
                .map(principals::named)
                .or(() -> statement.notPrincipal().map(principal -> principals.notNamed(principal, statement.effect())))
                .orElse(GrantRange.NONE);
    }

    private String principalReason(Statement statement) {
        if (!kind.namesPrincipals()) {
            return "Principal: a policy of this kind cannot name one";
        }
        String caller = request.caller().id().isEmpty()
                ? "an anonymous caller"
                : Wording.quoted(request.caller().id());
        return statement.principal().isPresent()
                ? "Principal: " + caller + " is not named"
                : statement.notPrincipal().isPresent()
                        ? "NotPrincipal: " + caller + " is listed"
                        : "Principal: a policy of this kind must name one";
    }

    private ElementResult action(Statement statement) {
        Predicate<String> covers = pattern -> ActionMatching.matches(pattern, request.action());
        Optional<List<PolicyString>> not = statement.notActions().map(list -> strings(list.map(ActionPattern::value)));
        return not.map(patterns -> excluded("NotAction", request.action(), patterns, covers))
                .orElseGet(() -> covered(
                        "Action",
                        request.action(),
                        strings(statement.actions().orElseThrow().map(ActionPattern::value)),
                        covers));
    }

    private ElementResult resource(Statement statement) {
        Predicate<String> covers = pattern -> resources.matches(pattern, request.resource());
        Optional<List<PolicyString>> plain =
                statement.resources().map(list -> strings(list.map(ResourcePattern::value)));
        Optional<List<PolicyString>> not =
                statement.notResources().map(list -> strings(list.map(ResourcePattern::value)));
        return plain.map(patterns -> covered("Resource", request.resource(), patterns, covers))
                .or(() -> not.map(patterns -> excluded("NotResource", request.resource(), patterns, covers)))
                .orElseGet(() -> new ElementResult(
                        Outcome.of(kind.isAttachedToResource()), "Resource: a policy of this kind must name one"));
    }

    private static ElementResult covered(
            String element, String given, List<PolicyString> patterns, Predicate<String> covers) {
        return new ElementResult(any(patterns, covers), Wording.uncovered(element, given, patterns));
    }

    private static ElementResult excluded(
            String element, String given, List<PolicyString> patterns, Predicate<String> covers) {
        return new ElementResult(any(patterns, covers).not(), Wording.excluded(element, given, patterns));
    }

    private static Outcome any(List<PolicyString> patterns, Predicate<String> covers) {
        return Outcome.any(patterns.stream()
                .map(pattern -> pattern.text()
                        .map(text -> Outcome.of(covers.test(text)))
                        .orElse(Outcome.OPEN)));
    }

    private static List<PolicyString> strings(OneOrMore<PolicyString> list) {
        return list.stream().collect(Collectors.toList());
    }
}
