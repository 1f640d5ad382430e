// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy;

import io.github.dkpbootstrap.policy.JsonValue.JsonString;
import io.github.dkpbootstrap.policy.PolicySyntaxException.Problem;
import io.github.dkpbootstrap.policy.internal.JsonPath;
import java.util.LinkedHashMap;
import java.util.Map;

/** Turns the JSON of {@code Principal} and {@code NotPrincipal} into principals. */
final class PrincipalReader {
    private PrincipalReader() {}

    static Principal read(JsonCursor json) {
        if (json.value() instanceof JsonString everyone) {
            if (!everyone.value().equals("*")) {
                throw json.failure(
                        Problem.PRINCIPAL_FORMAT, "a principal is \"*\" or an object such as {\"AWS\": \"..\"}");
            }
            return Principal.everyone();
        }
        Map<PrincipalType, OneOrMore<PolicyString>> ids = new LinkedHashMap<>();
        json.someMembers("a principal").forEach((name, member) -> {
            PrincipalType type = PrincipalType.fromText(name)
                    .orElseThrow(() -> json.failureAt(
                            Problem.PRINCIPAL_KEY,
                            name,
                            JsonPath.quoted(name)
                                    + " is no type of principal: expected AWS, Service, Federated or CanonicalUser"));
            ids.put(type, member.oneOrMore(JsonCursor::string));
        });
        return Principal.ofTypes(ids);
    }
}
