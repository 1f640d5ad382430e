// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.catalogue;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds condition keys by name. A template is filed under what stands before its placeholder, and is looked for under
 * every beginning of the name, the longest first; of several there, the one with the longest end counts.
 */
record ConditionKeyIndex(Map<String, ConditionKeyEntry> plain, Map<String, List<ConditionKeyEntry>> templates) {
    static ConditionKeyIndex of(String owner, List<ConditionKeyEntry> keys) {
        Map<String, List<ConditionKeyEntry>> templates = new HashMap<>();
        for (ConditionKeyEntry key : keys) {
            if (key.isTemplate()) {
                templates.merge(KeyName.of(key.name()).prefix(), List.of(key), ConditionKeyIndex::joined);
            }
        }
        return new ConditionKeyIndex(Names.index(owner + ": condition key", keys, ConditionKeyEntry::name), templates);
    }

    Optional<ConditionKeyEntry> find(String name) {
        String lower = Names.key(name);
        ConditionKeyEntry exact = plain.get(lower);
        if (exact != null || templates.isEmpty()) {
            return Optional.ofNullable(exact);
        }
        for (int end = lower.length() - 1; end > 0; end--) {
            for (ConditionKeyEntry template : templates.getOrDefault(lower.substring(0, end), List.of())) {
                if (template.matches(lower)) {
                    return Optional.of(template);
                }
            }
        }
        return Optional.empty();
    }

    private static List<ConditionKeyEntry> joined(List<ConditionKeyEntry> some, List<ConditionKeyEntry> others) {
        return Stream.concat(some.stream(), others.stream())
                .sorted(Comparator.comparing(
                        key -> -KeyName.of(key.name()).suffix().length()))
                .toList();
    }
}
