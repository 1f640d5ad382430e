// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Replaces the intrinsics of a statement by their text, everywhere a string can stand. */
final class IntrinsicResolution {
    private final Function<Intrinsic, Optional<String>> resolver;

    IntrinsicResolution(Function<Intrinsic, Optional<String>> resolver) {
        this.resolver = resolver;
    }

    Statement statement(Statement statement) {
        return statement.toBuilder()
                .sid(statement.sid().map(this::string))
                .principal(statement.principal().map(this::principal))
                .notPrincipal(statement.notPrincipal().map(this::principal))
                .actions(statement.actions().map(list -> list.map(this::action)))
                .notActions(statement.notActions().map(list -> list.map(this::action)))
                .resources(statement.resources().map(list -> list.map(this::resource)))
                .notResources(statement.notResources().map(list -> list.map(this::resource)))
                .conditions(statement.conditions().stream().map(this::condition).collect(Collectors.toList()))
                .build();
    }

    PolicyString string(PolicyString string) {
        return string.resolve(resolver);
    }

    private ActionPattern action(ActionPattern action) {
        return ActionPattern.of(string(action.value()));
    }

    private ResourcePattern resource(ResourcePattern resource) {
        return ResourcePattern.of(string(resource.value()));
    }

    private Principal principal(Principal principal) {
        if (!(principal instanceof Principal.Identities identities)) {
            return principal;
        }
        Map<PrincipalType, OneOrMore<PolicyString>> ids = new LinkedHashMap<>();
        identities.ids().forEach((type, list) -> ids.put(type, list.map(this::string)));
        return Principal.ofTypes(ids);
    }

    private Condition condition(Condition condition) {
        return Condition.of(
                condition.operator(), condition.key(), condition.values().map(this::value));
    }

    private ConditionValue value(ConditionValue value) {
        return value.form() == ConditionValue.Form.STRING ? ConditionValue.of(string(value.value())) : value;
    }
}
