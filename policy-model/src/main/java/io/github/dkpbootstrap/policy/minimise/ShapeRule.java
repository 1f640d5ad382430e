// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.minimise;

import io.github.dkpbootstrap.policy.Condition;
import io.github.dkpbootstrap.policy.OneOrMore;
import io.github.dkpbootstrap.policy.PolicyString;
import io.github.dkpbootstrap.policy.Principal;
import io.github.dkpbootstrap.policy.PrincipalType;
import io.github.dkpbootstrap.policy.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Takes the brackets from lists of one value, and doubles from all lists. */
final class ShapeRule implements Rule {
    @Override
    public Stream<Rewrite> proposals(List<Part> parts) {
        return parts.stream()
                .map(part -> Rewrite.of(
                        Step.Kind.SHAPE,
                        part,
                        shaped(part.statement()),
                        "wrote single values without brackets and each once"))
                .filter(rewrite ->
                        !rewrite.to().get(0).equals(rewrite.changed().get(0).statement()));
    }

    private static Statement shaped(Statement statement) {
        return statement.toBuilder()
                .principal(statement.principal().map(ShapeRule::principal))
                .notPrincipal(statement.notPrincipal().map(ShapeRule::principal))
                .actions(statement.actions().map(ShapeRule::list))
                .notActions(statement.notActions().map(ShapeRule::list))
                .resources(statement.resources().map(ShapeRule::list))
                .notResources(statement.notResources().map(ShapeRule::list))
                .conditions(statement.conditions().stream()
                        .map(each -> Condition.of(each.operator(), each.key(), list(each.values())))
                        .collect(Collectors.toList()))
                .build();
    }

    private static Principal principal(Principal principal) {
        if (!(principal instanceof Principal.Identities identities)) {
            return principal;
        }
        Map<PrincipalType, OneOrMore<PolicyString>> ids = new LinkedHashMap<>();
        identities.types().forEach(each -> ids.put(each.type(), list(each.ids())));
        return Principal.ofTypes(ids);
    }

    private static <T> OneOrMore<T> list(OneOrMore<T> values) {
        List<T> distinct = values.stream().distinct().collect(Collectors.toList());
        return Lists.shaped(distinct).orElse(values);
    }
}
