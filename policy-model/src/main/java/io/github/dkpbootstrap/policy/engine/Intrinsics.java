// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.engine;

import io.github.dkpbootstrap.policy.ActionPattern;
import io.github.dkpbootstrap.policy.Intrinsic;
import io.github.dkpbootstrap.policy.PolicyString;
import io.github.dkpbootstrap.policy.Principal;
import io.github.dkpbootstrap.policy.ResourcePattern;
import io.github.dkpbootstrap.policy.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the template intrinsics of a statement on which a decision can hang. */
final class Intrinsics {
    private Intrinsics() {}

    /** Returns the first, in the order of principal, action, resource and conditions. */
    static Optional<Intrinsic> first(Statement statement) {
        List<PolicyString> strings = new ArrayList<>();
        statement.principal().ifPresent(principal -> add(principal, strings));
        statement.notPrincipal().ifPresent(principal -> add(principal, strings));
        statement
                .actions()
                .ifPresent(list -> strings.addAll(list.map(ActionPattern::value).values()));
        statement
                .notActions()
                .ifPresent(list -> strings.addAll(list.map(ActionPattern::value).values()));
        statement
                .resources()
                .ifPresent(
                        list -> strings.addAll(list.map(ResourcePattern::value).values()));
        statement
                .notResources()
                .ifPresent(
                        list -> strings.addAll(list.map(ResourcePattern::value).values()));
        statement.conditions().forEach(condition -> condition.values().forEach(value -> strings.add(value.value())));
        return strings.stream()
                .filter(Intrinsic.class::isInstance)
                .map(Intrinsic.class::cast)
                .findFirst();
    }

    private static void add(Principal principal, List<PolicyString> strings) {
        if (principal instanceof Principal.Identities identities) {
            identities.types().forEach(type -> strings.addAll(type.ids().values()));
        }
    }
}
