// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.report;

import io.github.dkpbootstrap.policy.catalogue.AccessLevel;
import io.github.dkpbootstrap.policy.catalogue.ActionEntry;
import java.util.List;
import java.util.Map;

/**
 * Actions of one service, by access level.
 *
 * @param service the prefix; empty for entries that have none
 * @param actions the actions of each level, by name; levels without actions are left out
 * @param unknown the entries that match nothing the catalogue knows
 */
public record ServiceActions(String service, Map<AccessLevel, List<ActionEntry>> actions, List<String> unknown) {
    /** Returns how many actions of the level there are. */
    public int count(AccessLevel level) {
        return actions.getOrDefault(level, List.of()).size();
    }

    /** Returns how many actions there are. */
    public int count() {
        return actions.values().stream().mapToInt(List::size).sum();
    }
}
