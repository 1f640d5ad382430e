// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.minimise;

import io.github.dkpbootstrap.policy.ActionPattern;
import io.github.dkpbootstrap.policy.ConditionValue;
import io.github.dkpbootstrap.policy.OneOrMore;
import io.github.dkpbootstrap.policy.PolicyString;
import io.github.dkpbootstrap.policy.Principal;
import io.github.dkpbootstrap.policy.ResourcePattern;
import io.github.dkpbootstrap.policy.Statement;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds template intrinsics. One can become a whole list, so that a statement that has any is left as it is. */
final class Intrinsics {
    private Intrinsics() {}

    static boolean areIn(Statement statement) {
        return strings(statement).anyMatch(string -> string.text().isEmpty());
    }

    private static Stream<PolicyString> strings(Statement statement) {
        return Stream.of(
                        statement.actions().stream().flatMap(OneOrMore::stream).map(ActionPattern::value),
                        statement.notActions().stream()
                                .flatMap(OneOrMore::stream)
                                .map(ActionPattern::value),
                        statement.resources().stream()
                                .flatMap(OneOrMore::stream)
                                .map(ResourcePattern::value),
                        statement.notResources().stream()
                                .flatMap(OneOrMore::stream)
                                .map(ResourcePattern::value),
                        statement.conditions().stream()
                                .flatMap(condition -> condition.values().stream())
                                .map(ConditionValue::value),
                        ids(statement.principal()),
                        ids(statement.notPrincipal()))
                .flatMap(strings -> strings);
    }

    private static Stream<PolicyString> ids(Optional<Principal> principal) {
        return principal.stream()
                .filter(Principal.Identities.class::isInstance)
                .map(Principal.Identities.class::cast)
                .flatMap(identities -> identities.types().stream())
                .flatMap(each -> each.ids().stream());
    }
}
