// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.proof;

import io.github.dkpbootstrap.policy.proof.GlobProduct.Empty;
import io.github.dkpbootstrap.policy.proof.Readings.Rule;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What searches of the same documents under the same assumptions share: each part is made once for what it hangs on. */
final class SearchParts {
    private static final Set<Rule> ON_RESOURCES = EnumSet.of(Rule.COLONS, Rule.SHORT_ARNS);
    private static final Set<Rule> ON_CONDITIONS = EnumSet.of(Rule.BOOL_VARIABLES, Rule.SEVERAL_VALUES);

    private final List<ComparedStatement> statements;
    private final DocumentKind kind;
    private final Assumptions assumptions;
    private final Budget budget;
    private final Polarity polarity;
    private final ActionTable actions;
    private final Map<Readings, ElementTable> resources = new HashMap<>();
    private final Map<Readings, List<ElementClass>> byResource = new HashMap<>();
    private final Map<Readings, ConditionSpace> conditions = new HashMap<>();
    private Optional<List<ElementClass>> byAction = Optional.empty();
    private Optional<List<CallerClass>> callers = Optional.empty();

    SearchParts(List<ComparedStatement> statements, DocumentKind kind, Assumptions assumptions, Budget budget) {
        this.statements = List.copyOf(statements);
        this.kind = kind;
        this.assumptions = assumptions;
        this.budget = budget;
        BitSet helpful = new BitSet();
        for (int i = 0; i < statements.size(); i++) {
            helpful.set(i, statements.get(i).isHelpful());
        }
        polarity = new Polarity(helpful, statements.size());
        actions = new ActionTable(statements, polarity, budget);
    }

    List<ComparedStatement> statements() {
        return statements;
    }

    DocumentKind kind() {
        return kind;
    }

    Budget budget() {
        return budget;
    }

    ActionTable actions() {
        return actions;
    }

    List<ElementClass> byAction() {
        if (byAction.isEmpty()) {
            byAction = Optional.of(actions.classes(assumptions.openParts()));
        }
        return byAction.get();
    }

    ElementTable resources(Readings readings) {
        Readings own = readings.only(ON_RESOURCES);
        return resources.computeIfAbsent(
                own,
                each -> new ResourceTable(kind, each, assumptions.variables()).table(statements, polarity, budget));
    }

    List<ElementClass> byResource(Readings readings) {
        Readings own = readings.only(ON_RESOURCES);
        return byResource.computeIfAbsent(own, each -> resources(each).classes(assumptions.openParts(), Empty.COUNTS));
    }

    ConditionSpace conditions(Readings readings) {
        Readings own = readings.only(ON_CONDITIONS);
        return conditions.computeIfAbsent(own, each -> new ConditionSpace(statements, each, assumptions, budget));
    }

    List<CallerClass> callers() {
        if (callers.isEmpty()) {
            callers = Optional.of(new CallerClasses(statements, kind, assumptions.openParts(), budget).all());
        }
        return callers.get();
    }

    boolean hasOpenNaming() {
        return statements.stream()
                .flatMap(statement -> statement.naming().stream())
                .anyMatch(Naming::isOpen);
    }
}
