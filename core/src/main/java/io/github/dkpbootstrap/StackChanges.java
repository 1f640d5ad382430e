// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import io.github.dkpbootstrap.deploy.StackSnapshot;
import io.github.dkpbootstrap.template.TemplateOutputs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What an update would change of a stack itself: its outputs and its tags. */
final class StackChanges {
    private static final Set<String> OUTPUTS =
            Set.of(TemplateOutputs.ROLE_ARN, TemplateOutputs.POLICY_ARN, TemplateOutputs.PROFILE_ARN);

    private StackChanges() {}

    static List<String> of(BootstrapSpec spec, StackSnapshot stack) {
        List<String> changes = new ArrayList<>();
        Set<String> wanted = spec.outputs() == BootstrapSpec.Outputs.INCLUDED ? OUTPUTS : Set.of();
        Set<String> all = new TreeSet<>(stack.outputs().keySet());
        all.addAll(wanted);
        for (String output : all) {
            if (!wanted.contains(output)) {
                changes.add("- output " + output);
            } else if (!stack.outputs().containsKey(output)) {
                changes.add("+ output " + output);
            }
        }
        if (!spec.tags().isEmpty()) {
            tags(changes, stack.tags(), spec.tags());
        }
        return changes;
    }

    private static void tags(List<String> changes, Map<String, String> before, Map<String, String> after) {
        Map<String, String> all = new TreeMap<>(before);
        all.putAll(after);
        all.keySet().forEach(key -> {
            String now = before.get(key);
            String then = after.get(key);
            if (then == null) {
                changes.add("- tag " + key + "=" + now);
            } else if (now == null) {
                changes.add("+ tag " + key + "=" + then);
            } else if (!now.equals(then)) {
                changes.add("~ tag " + key + "=" + then + " (was " + now + ")");
            }
        });
    }
}
