// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.report;

import io.github.dkpbootstrap.policy.Intrinsic;
import io.github.dkpbootstrap.policy.PolicyString;
import io.github.dkpbootstrap.policy.Principal;
import io.github.dkpbootstrap.policy.Statement;
import io.github.dkpbootstrap.policy.report.page.Block.Item;
import io.github.dkpbootstrap.policy.report.page.Line;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Statements of which a template still has to fill in a part. */
final class TemplateParts {
    private TemplateParts() {}

    static Optional<Item> of(Facts facts) {
        List<StatementFacts> open = facts.statements().stream()
                .filter(s -> strings(s.statement()).anyMatch(Intrinsic.class::isInstance))
                .toList();
        return open.isEmpty()
                ? Optional.empty()
                : Optional.of(Item.of(Line.empty()
                        .strong("Template:")
                        .text(" ")
                        .text("what " + (open.size() == 1 ? "" : "the "))
                        .line(Words.statements(open))
                        .text(" will say is known only once a template has been filled in.")));
    }

    private static Stream<PolicyString> strings(Statement statement) {
        return Stream.of(
                        Stream.of(statement.actions(), statement.notActions())
                                .flatMap(Optional::stream)
                                .flatMap(list -> list.stream().map(pattern -> pattern.value())),
                        Stream.of(statement.resources(), statement.notResources())
                                .flatMap(Optional::stream)
                                .flatMap(list -> list.stream().map(pattern -> pattern.value())),
                        Stream.of(statement.principal(), statement.notPrincipal())
                                .flatMap(Optional::stream)
                                .flatMap(TemplateParts::ids),
                        statement.conditions().stream()
                                .flatMap(
                                        condition -> condition.values().stream().map(value -> value.value())))
                .flatMap(each -> each);
    }

    private static Stream<PolicyString> ids(Principal principal) {
        return principal instanceof Principal.Identities identities
                ? identities.types().stream().flatMap(type -> type.ids().stream())
                : Stream.empty();
    }
}
