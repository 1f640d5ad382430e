// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.OneOrMore;
import io.github.dkpbootstrap.policy.Statement;
import io.github.dkpbootstrap.policy.finding.check.Redundancy.Covering;
import java.util.HashSet;
import java.util.Optional;

/**
 * Whether one statement says all that another does: the same effect and principals, no condition that the other does not
 * have, and for each of its actions and resources one that covers it. Sound, not complete.
 */
final class StatementCover implements Covering<StatementAt> {
    private static final ActionCover ACTIONS = new ActionCover();
    private static final ResourceCover RESOURCES = new ResourceCover();

    @Override
    public boolean covers(StatementAt wide, StatementAt narrow) {
        Statement one = wide.statement();
        Statement other = narrow.statement();
        return one.effect() == other.effect()
                && one.principal().equals(other.principal())
                && one.notPrincipal().equals(other.notPrincipal())
                && new HashSet<>(other.conditions()).containsAll(one.conditions())
                && each(one.actions(), other.actions(), ACTIONS)
                && each(other.notActions(), one.notActions(), ACTIONS)
                && each(one.resources(), other.resources(), RESOURCES)
                && each(other.notResources(), one.notResources(), RESOURCES);
    }

    @Override
    public Optional<String> name(StatementAt statement) {
        return Optional.empty();
    }

    /** Returns whether both are absent, or each of {@code narrow} is covered by one of {@code wide}. */
    private static <T> boolean each(Optional<OneOrMore<T>> wide, Optional<OneOrMore<T>> narrow, Covering<T> covering) {
        if (wide.isEmpty() || narrow.isEmpty()) {
            return wide.isEmpty() && narrow.isEmpty();
        }
        return narrow.get().stream()
                .allMatch(each -> wide.get().stream().anyMatch(other -> covering.covers(other, each)));
    }
}
