// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.report;

import io.github.dkpbootstrap.policy.catalogue.AccessLevel;
import io.github.dkpbootstrap.policy.catalogue.ActionEntry;
import io.github.dkpbootstrap.policy.report.page.Block;
import io.github.dkpbootstrap.policy.report.page.Block.Item;
import io.github.dkpbootstrap.policy.report.page.Block.Names;
import io.github.dkpbootstrap.policy.report.page.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Actions on every resource that could be limited, those that change something by name; and those without effect. */
final class WideActions {
    private WideActions() {}

    static List<Item> of(Facts facts) {
        List<Item> items = new ArrayList<>();
        List<ActionEntry> wide = facts.actions(Scope.WIDE);
        if (!wide.isEmpty()) {
            items.add(wide(facts, wide));
        }
        List<ActionEntry> idle = facts.actions(Scope.WITHOUT_EFFECT);
        if (!idle.isEmpty()) {
            Line line = Line.empty()
                    .strong("Without effect:")
                    .text(" ")
                    .text(Numbers.of(idle.size(), "action", "actions")
                            + " can be allowed on every resource only, and the statements name others or none:");
            items.add(new Item(line, byService(idle)));
        }
        return items;
    }

    private static Item wide(Facts facts, List<ActionEntry> wide) {
        List<ActionEntry> changing = wide.stream().filter(WideActions::changes).toList();
        int reading = wide.size() - changing.size();
        Line line = Line.empty()
                .strong("Every resource:")
                .text(" ")
                .text(Numbers.of(wide.size(), "action", "actions") + " could be limited to resources and "
                        + (wide.size() == 1 ? "is" : "are") + " not, " + Numbers.number(reading)
                        + " that only list or read and " + Numbers.number(changing.size())
                        + " that change something"
                        + (changing.isEmpty() || facts.allowed().isEverything() ? "." : ":"));
        return new Item(line, facts.allowed().isEverything() ? List.of() : byService(changing));
    }

    private static boolean changes(ActionEntry action) {
        return action.accessLevel() != AccessLevel.LIST && action.accessLevel() != AccessLevel.READ;
    }

    private static List<Block> byService(List<ActionEntry> actions) {
        Map<String, List<String>> names = actions.stream()
                .collect(Collectors.groupingBy(
                        ActionEntry::service,
                        TreeMap::new,
                        Collectors.mapping(ActionEntry::name, Collectors.toList())));
        List<Block> blocks = new ArrayList<>();
        names.forEach((service, list) ->
                blocks.add(new Names(Line.empty().code(service).text(" (" + list.size() + ")"), list)));
        return blocks;
    }
}
