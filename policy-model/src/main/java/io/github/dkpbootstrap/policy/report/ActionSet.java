// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.report;

import io.github.dkpbootstrap.policy.ActionPattern;
import io.github.dkpbootstrap.policy.PolicyString;
import io.github.dkpbootstrap.policy.catalogue.AccessLevel;
import io.github.dkpbootstrap.policy.catalogue.ActionEntry;
import io.github.dkpbootstrap.policy.catalogue.Catalogue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** What entries of Action or NotAction stand for, each action once. Not changed once it is made. */
final class ActionSet {
    private static final Comparator<ActionEntry> BY_NAME =
            Comparator.comparing(ActionEntry::service).thenComparing(ActionEntry::name);

    private final TreeSet<ActionEntry> known = new TreeSet<>(BY_NAME);
    private final Map<String, String> unknown = new TreeMap<>();
    private boolean everything;

    private ActionSet() {}

    static ActionSet of(Iterable<ActionPattern> patterns, Catalogue catalogue) {
        ActionSet set = new ActionSet();
        patterns.forEach(pattern -> set.add(pattern, catalogue));
        return set;
    }

    static ActionSet union(Collection<ActionSet> sets) {
        ActionSet union = new ActionSet();
        for (ActionSet set : sets) {
            union.known.addAll(set.known);
            union.unknown.putAll(set.unknown);
            union.everything |= set.everything;
        }
        return union;
    }

    /** Returns whether an entry is for every action of every service. */
    static boolean isEverything(PolicyString pattern) {
        return pattern.text()
                .filter(text -> text.equals("*") || text.equals("*:*"))
                .isPresent();
    }

    boolean isEverything() {
        return everything;
    }

    boolean contains(ActionEntry action) {
        return known.contains(action);
    }

    Collection<ActionEntry> known() {
        return known;
    }

    /** Returns the entries that match nothing known, each once whatever its case. */
    List<String> unknown() {
        return List.copyOf(unknown.values());
    }

    /** Returns the actions by service, those that no service has first. */
    List<ServiceActions> services() {
        Map<String, Map<AccessLevel, List<ActionEntry>>> actions = new TreeMap<>();
        for (ActionEntry action : known) {
            actions.computeIfAbsent(action.service(), service -> new EnumMap<>(AccessLevel.class))
                    .computeIfAbsent(action.accessLevel(), level -> new ArrayList<>())
                    .add(action);
        }
        Map<String, List<String>> strangers = new LinkedHashMap<>();
        unknown.values()
                .forEach(text -> strangers
                        .computeIfAbsent(service(text), service -> new ArrayList<>())
                        .add(text));
        TreeSet<String> names = new TreeSet<>(actions.keySet());
        names.addAll(strangers.keySet());
        return names.stream()
                .map(name -> new ServiceActions(
                        name, actions.getOrDefault(name, Map.of()), strangers.getOrDefault(name, List.of())))
                .toList();
    }

    private void add(ActionPattern pattern, Catalogue catalogue) {
        if (pattern.value().text().isEmpty()) {
            return;
        }
        everything |= isEverything(pattern.value());
        List<ActionEntry> matched = catalogue.actionsMatching(pattern);
        known.addAll(matched);
        if (matched.isEmpty()) {
            String text = pattern.value().requireText();
            unknown.putIfAbsent(text.toLowerCase(Locale.ROOT), text);
        }
    }

    private static String service(String pattern) {
        return ActionPattern.of(pattern).service().orElse("").toLowerCase(Locale.ROOT);
    }
}
