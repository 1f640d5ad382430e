// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The one form of all documents that differ only in how they are written. Each rule is one that IAM does not see: nothing
 * here may look at what patterns, operators or statements cover.
 */
final class Normalisation {
    private static final Pattern ROOT = Pattern.compile("arn:aws[a-z-]*:iam::([0-9]{12}):root");

    private Normalisation() {}

    static PolicyDocument document(PolicyDocument document) {
        return PolicyDocument.builder()
                .version(document.version().orElse(PolicyVersion.V2008_10_17))
                .id(document.id().filter(Normalisation::says))
                .statements(
                        OneOrMore.list(sorted(document.statements().map(Normalisation::statement), CanonicalText::of)))
                .build();
    }

    private static Statement statement(Statement statement) {
        return Statement.builder()
                .sid(statement.sid().filter(Normalisation::says))
                .effect(statement.effect())
                .principal(statement.principal().map(Normalisation::principal))
                .notPrincipal(statement.notPrincipal().map(Normalisation::principal))
                .actions(statement.actions().map(Normalisation::actions))
                .notActions(statement.notActions().map(Normalisation::actions))
                .resources(statement.resources().map(Normalisation::resources))
                .notResources(statement.notResources().map(Normalisation::resources))
                .conditions(conditions(statement.conditions()))
                .build();
    }

    /** An empty id says no more than none. */
    private static boolean says(PolicyString id) {
        return !id.text().equals(Optional.of(""));
    }

    private static OneOrMore<ActionPattern> actions(OneOrMore<ActionPattern> actions) {
        return shaped(actions.map(Normalisation::action), action -> CanonicalText.of(action.value()));
    }

    private static ActionPattern action(ActionPattern action) {
        return action.value()
                .text()
                .map(text -> ActionPattern.of(text.equals("*:*") ? "*" : lowerCase(text)))
                .orElse(action);
    }

    private static OneOrMore<ResourcePattern> resources(OneOrMore<ResourcePattern> resources) {
        return shaped(resources, resource -> CanonicalText.of(resource.value()));
    }

    private static Principal principal(Principal principal) {
        if (!(principal instanceof Principal.Identities identities)) {
            return principal;
        }
        Map<PrincipalType, OneOrMore<PolicyString>> ids = new TreeMap<>();
        identities
                .ids()
                .forEach((type, list) -> ids.put(type, shaped(list.map(id -> identity(type, id)), CanonicalText::of)));
        return Principal.ofTypes(ids);
    }

    /** The root of an account stands for the account, which is in one partition only. */
    private static PolicyString identity(PrincipalType type, PolicyString id) {
        return id.text()
                .filter(text -> type == PrincipalType.AWS)
                .map(ROOT::matcher)
                .filter(root -> root.matches())
                .map(root -> PolicyString.of(root.group(1)))
                .orElse(id);
    }

    private static List<Condition> conditions(List<Condition> conditions) {
        return conditions.stream()
                .map(Normalisation::condition)
                .sorted(Comparator.comparing(
                                (Condition condition) -> condition.operator().text())
                        .thenComparing(Condition::key))
                .collect(Collectors.toList());
    }

    private static Condition condition(Condition condition) {
        Comparison.Family family = condition.operator().comparison().family();
        OneOrMore<ConditionValue> values = condition.values().map(value -> value(family, value.value()));
        return Condition.of(
                condition.operator(),
                lowerCase(condition.key()),
                shaped(values, value -> CanonicalText.of(value.value())));
    }

    /** A number or truth value is its text; truth values have no case. */
    private static ConditionValue value(Comparison.Family family, PolicyString value) {
        boolean truth = family == Comparison.Family.BOOL || family == Comparison.Family.NULL;
        return ConditionValue.of(
                truth
                        ? value.text()
                                .map(text -> PolicyString.of(lowerCase(text)))
                                .orElse(value)
                        : value);
    }

    private static <T> OneOrMore<T> shaped(OneOrMore<T> values, CanonicalText.Form<T> form) {
        List<T> sorted = sorted(values, form);
        return sorted.size() == 1 ? OneOrMore.one(sorted.get(0)) : OneOrMore.list(sorted);
    }

    private static <T> List<T> sorted(OneOrMore<T> values, CanonicalText.Form<T> form) {
        return values.stream()
                .distinct()
                .sorted(Comparator.comparing(form::text))
                .collect(Collectors.toList());
    }

    /** Only letters of ASCII, about whose case nobody can disagree. */
    private static String lowerCase(String text) {
        StringBuilder lower = new StringBuilder(text);
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                lower.setCharAt(i, (char) (c - 'A' + 'a'));
            }
        }
        return lower.toString();
    }
}
