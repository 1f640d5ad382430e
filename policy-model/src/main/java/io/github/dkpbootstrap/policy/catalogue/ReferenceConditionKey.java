// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.catalogue;

import io.github.dkpbootstrap.policy.InvalidCatalogueException;
import java.io.IOException;
import java.util.List;

/** A condition key of the service reference while it is read. */
final class ReferenceConditionKey {
    private String name = "";
    private List<String> types = List.of();

    void clear() {
        name = "";
        types = List.of();
    }

    void member(String member, JsonMembers json) throws IOException {
        switch (member) {
            case "Name" -> name = json.text();
            case "Types" -> types = json.texts();
            default -> json.skip();
        }
    }

    String name() {
        return name;
    }

    /** Returns the key with the first of its types. */
    ConditionKeyEntry entry() {
        if (name.isEmpty()) {
            throw new InvalidCatalogueException("A condition key of the service reference has no name");
        }
        return CatalogueFormat.keyOfAnyType(name, types.isEmpty() ? "String" : types.get(0));
    }
}
