// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy;

import io.github.dkpbootstrap.policy.PolicySyntaxException.Problem;
import io.github.dkpbootstrap.policy.internal.JsonPath;
import java.util.List;
import java.util.Optional;

/** Turns JSON into a document. Accepts nothing that it could not write back. */
final class PolicyReader {
    private static final List<String> MEMBERS = List.of("Version", "Id", "Statement");

    private PolicyReader() {}

    static PolicyDocument read(LocatedJson json) {
        JsonCursor root = JsonCursor.of(json);
        root.requireMembers("a policy document", MEMBERS);
        JsonCursor statements = root.member("Statement")
                .orElseThrow(() -> root.failure(Problem.MISSING_STATEMENT, "the member Statement is missing"));
        return PolicyDocument.builder()
                .version(root.member("Version").map(PolicyReader::version))
                .id(root.member("Id").map(JsonCursor::string))
                .statements(statements.oneOrMore(StatementReader::read))
                .build();
    }

    private static PolicyVersion version(JsonCursor json) {
        String text = json.text("a version");
        Optional<PolicyVersion> version = PolicyVersion.fromText(text);
        return version.orElseThrow(() -> json.failure(
                Problem.INVALID_VERSION, JsonPath.quoted(text) + " is no version: expected 2012-10-17 or 2008-10-17"));
    }
}
