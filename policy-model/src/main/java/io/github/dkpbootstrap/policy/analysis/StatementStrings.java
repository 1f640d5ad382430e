// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.analysis;

import io.github.dkpbootstrap.policy.ActionPattern;
import io.github.dkpbootstrap.policy.ConditionValue;
import io.github.dkpbootstrap.policy.Intrinsic;
import io.github.dkpbootstrap.policy.OneOrMore;
import io.github.dkpbootstrap.policy.PolicyString;
import io.github.dkpbootstrap.policy.Principal;
import io.github.dkpbootstrap.policy.ResourcePattern;
import io.github.dkpbootstrap.policy.Statement;
import java.util.Optional;
import java.util.stream.Stream;

/** The strings of a statement on which a decision can hang, in the order in which they are looked at. */
final class StatementStrings {
    private StatementStrings() {}

    static Optional<Intrinsic> firstIntrinsic(Statement statement) {
        return all(statement)
                .filter(Intrinsic.class::isInstance)
                .map(Intrinsic.class::cast)
                .findFirst();
    }

    private static Stream<PolicyString> all(Statement statement) {
        return Stream.of(
                        Stream.of(statement.principal(), statement.notPrincipal())
                                .flatMap(Optional::stream)
                                .flatMap(StatementStrings::ids),
                        Stream.of(statement.actions(), statement.notActions())
                                .flatMap(Optional::stream)
                                .flatMap(OneOrMore::stream)
                                .map(ActionPattern::value),
                        Stream.of(statement.resources(), statement.notResources())
                                .flatMap(Optional::stream)
                                .flatMap(OneOrMore::stream)
                                .map(ResourcePattern::value),
                        statement.conditions().stream()
                                .flatMap(condition -> condition.values().stream())
                                .map(ConditionValue::value))
                .flatMap(strings -> strings);
    }

    private static Stream<PolicyString> ids(Principal principal) {
        return principal instanceof Principal.Identities identities
                ? identities.ids().values().stream().flatMap(OneOrMore::stream)
                : Stream.empty();
    }
}
