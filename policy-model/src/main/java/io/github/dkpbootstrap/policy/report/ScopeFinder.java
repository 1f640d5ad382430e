// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.report;

import io.github.dkpbootstrap.policy.PolicyTarget;
import io.github.dkpbootstrap.policy.catalogue.ActionEntry;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Finds how far actions are allowed by all statements together, those with NotAction included. */
final class ScopeFinder {
    private final boolean attached;
    private final List<StatementFacts> allows;

    ScopeFinder(PolicyTarget target, List<StatementFacts> statements) {
        this.attached = TargetWords.namesPrincipals(target);
        this.allows = statements.stream().filter(StatementFacts::isAllow).toList();
    }

    Map<Scope, List<ActionEntry>> scopes(ActionSet allowed) {
        Map<Scope, List<ActionEntry>> scopes = new EnumMap<>(Scope.class);
        for (ActionEntry action : allowed.known()) {
            scopes.computeIfAbsent(scope(action), scope -> new ArrayList<>()).add(action);
        }
        return scopes;
    }

    private Scope scope(ActionEntry action) {
        if (attached) {
            return Scope.ATTACHED;
        }
        if (allows.stream().anyMatch(s -> s.reach().isEvery(action) && s.covers(action))) {
            return action.isWildcardOnly() ? Scope.UNLIMITABLE : Scope.WIDE;
        }
        boolean named = allows.stream().anyMatch(s -> s.reach().kind() == Reach.Kind.NAMED && s.covers(action));
        return named && !action.isWildcardOnly() ? Scope.LIMITED : Scope.WITHOUT_EFFECT;
    }
}
