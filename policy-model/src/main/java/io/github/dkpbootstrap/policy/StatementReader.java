// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy;

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
            throw json.failure(String.valueOf(e.getMessage()));
        }
    }

    private static Effect effect(JsonCursor statement) {
        JsonCursor json =
                statement.member("Effect").orElseThrow(() -> statement.failure("the member Effect is missing"));
        String text = json.text("an effect");
        return Effect.fromText(text)
                .orElseThrow(() -> json.failure(MessageText.quoted(text) + " is no effect: expected Allow or Deny"));
    }

    private static OneOrMore<ActionPattern> actions(JsonCursor json) {
        return json.oneOrMore(action -> ActionPattern.of(action.string()));
    }

    private static OneOrMore<ResourcePattern> resources(JsonCursor json) {
        return json.oneOrMore(resource -> ResourcePattern.of(resource.string()));
    }
}
