// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.ActionPattern;
import io.github.dkpbootstrap.policy.Comparison.Family;
import io.github.dkpbootstrap.policy.Condition;
import io.github.dkpbootstrap.policy.Effect;
import io.github.dkpbootstrap.policy.OneOrMore;
import io.github.dkpbootstrap.policy.PolicyString;
import io.github.dkpbootstrap.policy.Principal;
import io.github.dkpbootstrap.policy.PrincipalType;
import io.github.dkpbootstrap.policy.ResourcePattern;
import io.github.dkpbootstrap.policy.Statement;
import io.github.dkpbootstrap.policy.internal.JsonPath;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A statement and its path. Its lists are empty where it has no such element. */
record StatementAt(Statement statement, String path) {
    /** Returns the path of a member, whether the statement has it or not. */
    String path(String member) {
        return JsonPath.child(path, member);
    }

    boolean allows() {
        return statement.effect() == Effect.ALLOW;
    }

    List<At<ActionPattern>> actions() {
        return list(statement.actions(), "Action");
    }

    List<At<ActionPattern>> notActions() {
        return list(statement.notActions(), "NotAction");
    }

    /** Returns the entries of {@code Action} or {@code NotAction}, whichever is there. */
    List<At<ActionPattern>> anyActions() {
        return join(actions(), notActions());
    }

    List<At<ResourcePattern>> resources() {
        return list(statement.resources(), "Resource");
    }

    List<At<ResourcePattern>> notResources() {
        return list(statement.notResources(), "NotResource");
    }

    /** Returns the entries of {@code Resource} or {@code NotResource}, whichever is there. */
    List<At<ResourcePattern>> anyResources() {
        return join(resources(), notResources());
    }

    /** Returns the id, where it is text. */
    Optional<String> sid() {
        return statement.sid().flatMap(PolicyString::text);
    }

    /** Returns which of {@code Principal} and {@code NotPrincipal} is there. */
    Optional<String> principalMember() {
        return statement
                .principal()
                .map(there -> "Principal")
                .or(() -> statement.notPrincipal().map(there -> "NotPrincipal"));
    }

    /** Returns which of {@code Resource} and {@code NotResource} is there. */
    Optional<String> resourceMember() {
        return statement
                .resources()
                .map(there -> "Resource")
                .or(() -> statement.notResources().map(there -> "NotResource"));
    }

    /** Returns the entries of {@code Action} or {@code NotAction} that are text. */
    List<At<String>> actionTexts() {
        return At.texts(anyActions(), ActionPattern::value);
    }

    /** Returns the entries of {@code Resource} or {@code NotResource} that are text. */
    List<At<String>> resourceTexts() {
        return At.texts(anyResources(), ResourcePattern::value);
    }

    /** Returns the identities of {@code Principal} or {@code NotPrincipal} that are text. */
    List<At<String>> principalTexts() {
        return anyPrincipals().stream()
                .flatMap(principal -> principal.id().text().stream().map(id -> new At<>(id, principal.path())))
                .collect(Collectors.toList());
    }

    /** Returns the texts in which variables are replaced: resources, and values of String and Arn operators. */
    Stream<At<String>> variableTexts() {
        Stream<At<String>> values = conditions().stream()
                .filter(condition -> condition.family() == Family.STRING || condition.family() == Family.ARN)
                .flatMap(condition -> condition.texts().stream());
        return Stream.concat(resourceTexts().stream(), values);
    }

    List<ConditionAt> conditions() {
        return statement.conditions().stream().map(this::at).collect(Collectors.toList());
    }

    /** Returns the identities of {@code Principal} or {@code NotPrincipal}, everyone left out. */
    List<PrincipalAt> anyPrincipals() {
        return join(
                principals(statement.principal(), "Principal"), principals(statement.notPrincipal(), "NotPrincipal"));
    }

    /** Returns the texts of the identities of the type AWS, in either element. */
    List<At<String>> awsPrincipals() {
        return anyPrincipals().stream()
                .filter(principal -> principal.type() == PrincipalType.AWS)
                .flatMap(principal -> principal.id().text().stream().map(id -> new At<>(id, principal.path())))
                .collect(Collectors.toList());
    }

    private ConditionAt at(Condition condition) {
        String operator = JsonPath.child(path("Condition"), condition.operator().text());
        return new ConditionAt(condition, operator, JsonPath.child(operator, condition.key()));
    }

    private List<PrincipalAt> principals(Optional<Principal> principal, String member) {
        return principal.stream()
                .filter(Principal.Identities.class::isInstance)
                .flatMap(named -> ((Principal.Identities) named).types().stream())
                .flatMap(type -> PrincipalAt.each(type, path(member)))
                .collect(Collectors.toList());
    }

    private <T> List<At<T>> list(Optional<OneOrMore<T>> values, String member) {
        return values.map(present -> At.each(present, path(member))).orElse(List.of());
    }

    private static <T> List<T> join(List<T> one, List<T> other) {
        return Stream.concat(one.stream(), other.stream()).collect(Collectors.toList());
    }
}
