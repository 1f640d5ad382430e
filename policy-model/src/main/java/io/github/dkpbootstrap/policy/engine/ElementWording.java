// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.engine;

import io.github.dkpbootstrap.policy.ActionPattern;
import io.github.dkpbootstrap.policy.OneOrMore;
import io.github.dkpbootstrap.policy.PolicyString;
import io.github.dkpbootstrap.policy.ResourcePattern;
import io.github.dkpbootstrap.policy.Statement;
import io.github.dkpbootstrap.policy.analysis.AccessRequest;

/** Says why the principal, action or resource of a statement does not match. */
final class ElementWording {
    private final Statement statement;
    private final AccessRequest request;

    ElementWording(Statement statement, AccessRequest request) {
        this.statement = statement;
        this.request = request;
    }

    String principal(Layer layer) {
        if (!layer.namesPrincipals()) {
            return "Principal: a policy of this kind cannot name one";
        }
        if (statement.principal().isPresent()) {
            return "Principal: " + caller() + " is not named";
        }
        return statement.notPrincipal().isPresent()
                ? "NotPrincipal: " + caller() + " is listed"
                : "Principal: a policy of this kind must name one";
    }

    private String caller() {
        String id = request.caller().id();
        return id.isEmpty() ? "an anonymous caller" : Quotes.quoted(id);
    }

    String action() {
        return statement
                .actions()
                .map(list -> uncovered("Action", request.action(), list.map(ActionPattern::value)))
                .or(() -> statement
                        .notActions()
                        .map(list -> excluded("NotAction", request.action(), list.map(ActionPattern::value))))
                .orElseThrow();
    }

    String resource() {
        return statement
                .resources()
                .map(list -> uncovered("Resource", request.resource(), list.map(ResourcePattern::value)))
                .or(() -> statement
                        .notResources()
                        .map(list -> excluded("NotResource", request.resource(), list.map(ResourcePattern::value))))
                .orElse("Resource: a policy of this kind must name one");
    }

    private static String uncovered(String element, String given, OneOrMore<PolicyString> patterns) {
        return element + ": " + Quotes.quoted(given) + " is not covered by "
                + Quotes.strings(patterns.values(), " or ");
    }

    private static String excluded(String element, String given, OneOrMore<PolicyString> patterns) {
        return element + ": " + Quotes.quoted(given) + " is excluded by " + Quotes.strings(patterns.values(), " or ");
    }
}
