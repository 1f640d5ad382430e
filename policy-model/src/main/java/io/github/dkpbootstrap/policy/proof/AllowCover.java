// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.proof;

import io.github.dkpbootstrap.policy.ActionPattern;
import io.github.dkpbootstrap.policy.ResourcePattern;
import io.github.dkpbootstrap.policy.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Which actions and resources a statement plainly covers: by the same text, or by a pattern that covers the other. */
final class AllowCover {
    private final ComparedStatement compared;
    private final Set<String> plain = new HashSet<>();
    private final List<ActionPattern> wild = new ArrayList<>();
    private final Budget budget;

    /** @param budget what all comparisons of patterns may cost together; when it is spent, nothing more is covered */
    AllowCover(ComparedStatement compared, Budget budget) {
        this.compared = compared;
        this.budget = budget;
        compared.statement()
                .actions()
                .ifPresent(actions -> actions.forEach(action -> {
                    Optional<String> text = plain(action);
                    text.ifPresent(plain::add);
                    if (text.isEmpty()) {
                        wild.add(action);
                    }
                }));
    }

    /** Returns an action without wildcards in lower case; beyond ASCII, case has more than one meaning. */
    private static Optional<String> plain(ActionPattern action) {
        return action.value()
                .text()
                .filter(text -> text.chars().allMatch(c -> c < 128 && c != '*' && c != '?'))
                .map(text -> text.toLowerCase(Locale.ROOT));
    }

    /** Returns whether this statement speaks of the same callers and has no condition that the other one lacks. */
    boolean isAsFreeAs(ComparedStatement other) {
        Statement own = compared.statement();
        return own.principal().equals(other.statement().principal())
                && own.notPrincipal().equals(other.statement().notPrincipal())
                && compared.hasVariables() == other.hasVariables()
                && other.statement().conditions().containsAll(own.conditions());
    }

    boolean covers(ActionPattern action) {
        return plain(action).filter(plain::contains).isPresent()
                || wild.stream().anyMatch(pattern -> PatternCover.actionCovers(pattern, action, budget));
    }

    boolean covers(ResourcePattern resource) {
        return compared.statement()
                .resources()
                .filter(list -> list.values().contains(resource)
                        || list.stream().anyMatch(pattern -> PatternCover.resourceCovers(pattern, resource, budget)))
                .isPresent();
    }

    boolean hasSameNotResourcesAs(Statement other) {
        return compared.statement().resources().isEmpty()
                && compared.statement().notResources().equals(other.notResources());
    }

    /** Returns whether the statements are the same but for their ids. */
    boolean isSameAs(ComparedStatement other) {
        return compared.hasVariables() == other.hasVariables() && isSame(compared.statement(), other.statement());
    }

    private static boolean isSame(Statement one, Statement other) {
        return one.actions().equals(other.actions())
                && one.notActions().equals(other.notActions())
                && one.resources().equals(other.resources())
                && one.notResources().equals(other.notResources())
                && one.principal().equals(other.principal())
                && one.notPrincipal().equals(other.notPrincipal())
                && Set.copyOf(one.conditions()).equals(Set.copyOf(other.conditions()));
    }
}
