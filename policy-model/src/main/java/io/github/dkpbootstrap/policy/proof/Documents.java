// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.proof;

import io.github.dkpbootstrap.policy.Comparison.Family;
import io.github.dkpbootstrap.policy.Condition;
import io.github.dkpbootstrap.policy.ConditionValue;
import io.github.dkpbootstrap.policy.Effect;
import io.github.dkpbootstrap.policy.PolicyDocument;
import io.github.dkpbootstrap.policy.Principal;
import io.github.dkpbootstrap.policy.ResourcePattern;
import io.github.dkpbootstrap.policy.Statement;
import io.github.dkpbootstrap.policy.proof.ComparedStatement.Side;
import io.github.dkpbootstrap.policy.proof.Readings.Rule;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Two documents as one list of statements, and what in them needs more than one search. */
final class Documents {
    private static final int FIELDS = 6;

    private final List<ComparedStatement> statements = new ArrayList<>();

    /** @param steps what the search for what plainly cannot tell them apart may cost */
    Documents(PolicyDocument narrow, PolicyDocument wide, DocumentKind kind, long steps) {
        add(narrow, Side.NARROW, kind);
        add(wide, Side.WIDE, kind);
        List<ComparedStatement> left = new Remainder(statements, new Budget(steps)).statements();
        statements.clear();
        statements.addAll(left);
    }

    /** Adds a document; resource control policies only deny, as AWS attaches one that allows everything (rule 20b). */
    private void add(PolicyDocument document, Side side, DocumentKind kind) {
        boolean hasVariables = VariableValues.areIn(document);
        boolean onlyDenies = kind == DocumentKind.RESOURCE_CONTROL;
        document.statements().stream()
                .filter(statement -> !onlyDenies || statement.effect() == Effect.DENY)
                .forEach(statement -> statements.add(new ComparedStatement(side, statement, hasVariables)));
        if (onlyDenies) {
            Statement all = Statement.builder()
                    .effect(Effect.ALLOW)
                    .principal(Principal.everyone())
                    .action("*")
                    .resource("*")
                    .build();
            statements.add(new ComparedStatement(side, all, false));
        }
    }

    List<ComparedStatement> statements() {
        return statements;
    }

    /** Returns whether an allow is left that could permit more than the wide document does. */
    boolean canTellApart() {
        return statements.stream().anyMatch(each -> each.is(Side.NARROW, Effect.ALLOW));
    }

    /** Returns the rules of which another reading could change what these documents mean. */
    Set<Rule> rulesThatMatter() {
        Set<Rule> rules = EnumSet.noneOf(Rule.class);
        for (ComparedStatement each : statements) {
            resources(each.statement())
                    .flatMap(pattern -> pattern.value().text().stream())
                    .forEach(text -> addRules(text, rules));
            for (Condition condition : each.statement().conditions()) {
                boolean negatedPlain = condition.operator().comparison().negated()
                        && condition.operator().quantifier().isEmpty();
                if (negatedPlain) {
                    rules.add(Rule.SEVERAL_VALUES);
                }
                if (each.hasVariables()
                        && condition.operator().comparison().family() == Family.BOOL
                        && texts(condition).anyMatch(text -> text.contains("${"))) {
                    rules.add(Rule.BOOL_VARIABLES);
                }
            }
        }
        return rules;
    }

    private static void addRules(String resource, Set<Rule> rules) {
        String[] fields = resource.split(":", FIELDS);
        if (!fields[0].equals("arn") || fields.length < 3) {
            return;
        }
        if (fields.length < FIELDS) {
            rules.add(Rule.SHORT_ARNS);
        }
        for (int i = 1; i < fields.length; i++) {
            String inner = i == FIELDS - 1 ? fields[i].replaceAll("\\*(?=:|$)", "") : fields[i];
            if (inner.indexOf('*') >= 0 || inner.indexOf('?') >= 0) {
                rules.add(Rule.COLONS);
            }
        }
    }

    /** Returns the keys, in lower case, whose values variables stand for. */
    Set<String> variableKeys() {
        Set<String> keys = new LinkedHashSet<>();
        statements.stream().filter(ComparedStatement::hasVariables).forEach(each -> {
            resources(each.statement())
                    .flatMap(pattern -> pattern.value().text().stream())
                    .forEach(text -> addVariables(text, keys));
            each.statement().conditions().stream()
                    .filter(Documents::hasTextValues)
                    .flatMap(Documents::texts)
                    .forEach(text -> addVariables(text, keys));
        });
        return keys;
    }

    private static boolean hasTextValues(Condition condition) {
        Family family = condition.operator().comparison().family();
        return family == Family.STRING || family == Family.ARN;
    }

    private static void addVariables(String text, Set<String> keys) {
        for (int at = text.indexOf("${"); at >= 0; at = text.indexOf("${", at + 1)) {
            Variable.at(text, at)
                    .filter(variable -> !variable.isCharacter())
                    .ifPresent(variable -> keys.add(variable.key().toLowerCase(Locale.ROOT)));
        }
    }

    /** Returns the texts that the documents compare the value of a key with, without wildcards and variables. */
    List<String> plainValues(String key) {
        return statements.stream()
                .flatMap(each -> each.statement().conditions().stream())
                .filter(condition -> condition.key().equalsIgnoreCase(key) && hasTextValues(condition))
                .flatMap(Documents::texts)
                .filter(text -> text.indexOf('*') < 0 && text.indexOf('?') < 0 && text.indexOf("${") < 0)
                .distinct()
                .toList();
    }

    boolean hasIntrinsics() {
        return statements.stream().anyMatch(Documents::hasIntrinsic);
    }

    private static boolean hasIntrinsic(ComparedStatement each) {
        return each.actions().stream().anyMatch(action -> action.text().isEmpty())
                || each.naming().filter(Naming::isOpen).isPresent()
                || resources(each.statement())
                        .anyMatch(pattern -> pattern.value().text().isEmpty())
                || each.statement().conditions().stream()
                        .flatMap(condition -> condition.values().stream())
                        .anyMatch(value -> value.value().text().isEmpty());
    }

    private static Stream<ResourcePattern> resources(Statement statement) {
        return Stream.of(statement.resources(), statement.notResources())
                .flatMap(Optional::stream)
                .flatMap(list -> list.stream());
    }

    private static Stream<String> texts(Condition condition) {
        return condition.values().stream().map(ConditionValue::value).flatMap(value -> value.text().stream());
    }
}
