// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.minimise;

import io.github.dkpbootstrap.policy.ActionPattern;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Two or more actions of one service that a pattern can stand for.
 *
 * @param actions the actions
 * @param pattern all that they begin with, and a {@code *}
 */
record ActionGroup(List<ActionPattern> actions, ActionPattern pattern) {
    ActionGroup {
        actions = List.copyOf(actions);
    }

    /**
     * Returns the largest groups.
     *
     * @param named actions of one service
     * @param all all actions of the service, in lower case
     * @param covered the actions that the statement covers, in lower case
     */
    static List<ActionGroup> of(List<ActionPattern> named, Collection<String> all, Set<String> covered) {
        if (named.size() < 2) {
            return List.of();
        }
        String prefix = prefix(named);
        boolean exact = !prefix.endsWith(":")
                && all.stream().filter(name -> name.startsWith(prefix)).allMatch(covered::contains);
        if (exact) {
            String written = text(named.get(0)).substring(0, prefix.length());
            return List.of(new ActionGroup(named, ActionPattern.of(written + "*")));
        }
        List<ActionGroup> groups = new ArrayList<>();
        byNextCharacter(named, prefix.length()).values().forEach(part -> groups.addAll(of(part, all, covered)));
        return groups;
    }

    /** Returns what all begin with, in lower case; at least the service and its colon. */
    private static String prefix(List<ActionPattern> named) {
        String prefix = lower(named.get(0));
        for (ActionPattern each : named) {
            String name = lower(each);
            int length = 0;
            while (length < Math.min(prefix.length(), name.length()) && prefix.charAt(length) == name.charAt(length)) {
                length++;
            }
            prefix = prefix.substring(0, length);
        }
        return prefix;
    }

    private static Map<String, List<ActionPattern>> byNextCharacter(List<ActionPattern> named, int at) {
        Map<String, List<ActionPattern>> parts = new TreeMap<>();
        for (ActionPattern each : named) {
            String name = lower(each);
            String next = name.substring(at, Math.min(name.length(), at + 1));
            parts.computeIfAbsent(next, key -> new ArrayList<>()).add(each);
        }
        return parts;
    }

    private static String lower(ActionPattern action) {
        return text(action).toLowerCase(Locale.ROOT);
    }

    private static String text(ActionPattern action) {
        return action.value().requireText();
    }
}
