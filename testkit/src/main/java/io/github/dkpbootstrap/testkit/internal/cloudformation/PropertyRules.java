// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.cloudformation;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** What the schema of a type of resource says about properties. */
final class PropertyRules {
    private PropertyRules() {}

    /** Returns what is wrong with properties, each in the words of a JSON schema. */
    static List<String> problems(ResourceType type, Properties properties) {
        List<String> problems = new ArrayList<>();
        for (String name : new TreeSet<>(type.required())) {
            if (properties.find(name).isEmpty()) {
                problems.add("#: required key [" + name + "] not found");
            }
        }
        for (String name : properties.json().members().keySet()) {
            if (!type.properties().contains(name)) {
                problems.add("#: extraneous key [" + name + "] is not permitted");
            }
        }
        return problems;
    }
}
