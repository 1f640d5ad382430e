// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.catalogue;

import java.io.IOException;
import java.util.List;

/** A resource type of the service reference while it is read. */
final class ReferenceResourceType {
    private String name = "";
    private List<String> arnTemplates = List.of();
    private List<String> conditionKeys = List.of();

    void clear() {
        name = "";
        arnTemplates = List.of();
        conditionKeys = List.of();
    }

    void member(String member, JsonMembers json) throws IOException {
        switch (member) {
            case "Name" -> name = json.text();
            case "ARNFormats" -> arnTemplates = json.texts();
            case "ConditionKeys" -> conditionKeys = json.texts();
            default -> json.skip();
        }
    }

    ResourceTypeEntry entry() {
        return ResourceTypeEntry.of(name, arnTemplates, conditionKeys);
    }
}
