// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.catalogue;

import io.github.dkpbootstrap.policy.InvalidCatalogueException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** Indexes by name, whose case does not matter. */
final class Names {
    private Names() {}

    static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    static <T> Map<String, T> index(String what, List<T> entries, Function<T, String> name) {
        Map<String, T> index = new HashMap<>(entries.size() * 2);
        for (T entry : entries) {
            if (index.put(key(name.apply(entry)), entry) != null) {
                throw new InvalidCatalogueException("%s '%s' is there twice".formatted(what, name.apply(entry)));
            }
        }
        return index;
    }
}
