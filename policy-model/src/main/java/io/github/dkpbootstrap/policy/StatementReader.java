// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy;

import io.github.dkpbootstrap.policy.PolicySyntaxException.Problem;
import io.github.dkpbootstrap.policy.internal.JsonPath;
import java.util.List;

/** Turns the JSON of a statement into one. */
final class StatementReader {
    private static final List<String> MEMBERS = List.of(
            "Sid",
            "Effect",
            "Principal",
            "NotPrincipal",
            "Action",
            "NotAction",
            "Resource",
            "NotResource",
            "Condition");

    private StatementReader() {}

    static Statement read(JsonCursor json) {
        json.requireMembers("a statement", MEMBERS);
        Statement.Builder statement = Statement.builder()
                .sid(json.member("Sid").map(JsonCursor::string))
                .effect(effect(json))
                .principal(json.member("Principal").map(PrincipalReader::read))
                .notPrincipal(json.member("NotPrincipal").map(PrincipalReader::read))
                .actions(json.member("Action").map(StatementReader::actions))
                .notActions(json.member("NotAction").map(StatementReader::actions))
                .resources(json.member("Resource").map(StatementReader::resources))
                .notResources(json.member("NotResource").map(StatementReader::resources));
        json.member("Condition").ifPresent(block -> statement.conditions(ConditionReader.read(block)));
        try {
            return statement.build();
        } catch (InvalidPolicyException e) {
            throw json.failure(elements(json), String.valueOf(e.getMessage()));
        }
    }

    /** Says what a statement that cannot be built has wrong: none of the actions, or elements that exclude each other. */
    private static Problem elements(JsonCursor json) {
        boolean anyAction =
                json.member("Action").or(() -> json.member("NotAction")).isPresent();
        return anyAction ? Problem.ELEMENT_COMBINATION : Problem.MISSING_ACTION;
    }

    private static Effect effect(JsonCursor statement) {
        JsonCursor json = statement
                .member("Effect")
                .orElseThrow(() -> statement.failure(Problem.MISSING_EFFECT, "the member Effect is missing"));
        String text = json.text("an effect");
        return Effect.fromText(text)
                .orElseThrow(() -> json.failure(
                        Problem.INVALID_EFFECT, JsonPath.quoted(text) + " is no effect: expected Allow or Deny"));
    }

    private static OneOrMore<ActionPattern> actions(JsonCursor json) {
        return json.oneOrMore(action -> ActionPattern.of(action.string()));
    }

    private static OneOrMore<ResourcePattern> resources(JsonCursor json) {
        return json.oneOrMore(resource -> ResourcePattern.of(resource.string()));
    }
}
