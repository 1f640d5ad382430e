// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.report;

import io.github.dkpbootstrap.policy.PolicyDocument;
import io.github.dkpbootstrap.policy.PolicyTarget;
import io.github.dkpbootstrap.policy.catalogue.ActionEntry;
import io.github.dkpbootstrap.policy.catalogue.Catalogue;
import io.github.dkpbootstrap.policy.finding.Finding;
import io.github.dkpbootstrap.policy.finding.PolicyChecks;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Everything that the report says, counted once for all sections. Immutable.
 *
 * @param allowed what the entries of Action in allowing statements stand for
 * @param denied the same of denying statements
 * @param scopes the known allowed actions, each under its scope; scopes without actions are left out
 * @param findings what the checks found, the heaviest first
 */
public record Facts(
        PolicyDocument document,
        PolicyTarget target,
        Catalogue catalogue,
        List<StatementFacts> statements,
        ActionSet allowed,
        ActionSet denied,
        Map<Scope, List<ActionEntry>> scopes,
        List<Finding> findings) {

    /** Returns what there is to say of a document. */
    public static Facts of(PolicyDocument document, PolicyTarget target, Catalogue catalogue) {
        List<StatementFacts> statements = new ArrayList<>();
        document.statements()
                .forEach(s -> statements.add(StatementFacts.of(statements.size() + 1, s, target, catalogue)));
        List<Finding> findings =
                new ArrayList<>(PolicyChecks.standard().using(catalogue).check(document, target));
        findings.sort(Comparator.comparing(Finding::severity));
        ActionSet allowed = union(statements.stream().filter(StatementFacts::isAllow));
        return new Facts(
                document,
                target,
                catalogue,
                List.copyOf(statements),
                allowed,
                union(statements.stream().filter(s -> !s.isAllow())),
                new ScopeFinder(target, statements).scopes(allowed),
                List.copyOf(findings));
    }

    /** Returns the allowed actions by service; NotAction is left out of it. */
    public List<ServiceActions> allowedServices() {
        return allowed.services();
    }

    /** Returns the denied actions by service; NotAction is left out of it. */
    public List<ServiceActions> deniedServices() {
        return denied.services();
    }

    Stream<StatementFacts> allows() {
        return statements.stream().filter(StatementFacts::isAllow);
    }

    Stream<StatementFacts> denies() {
        return statements.stream().filter(s -> !s.isAllow());
    }

    /** Returns the statements that allow the action, those with NotAction included. */
    List<StatementFacts> allowing(ActionEntry action) {
        return allows().filter(s -> s.covers(action)).toList();
    }

    List<ActionEntry> actions(Scope scope) {
        return scopes.getOrDefault(scope, List.of());
    }

    boolean isOnlyConditional(ActionEntry action) {
        return allowing(action).stream().allMatch(StatementFacts::isConditional);
    }

    boolean isTakenAway(ActionEntry action) {
        return statements.stream().anyMatch(s -> s.takesAway(action));
    }

    private static ActionSet union(Stream<StatementFacts> statements) {
        return ActionSet.union(statements
                .filter(s -> !s.isNotAction())
                .map(StatementFacts::named)
                .toList());
    }
}
