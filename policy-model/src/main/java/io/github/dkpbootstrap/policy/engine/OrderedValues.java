// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.engine;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The Numeric and Date operators: values that have an order. */
final class OrderedValues<T extends Comparable<T>> implements Values {
    private final Function<String, Optional<T>> reader;
    private final Relation relation;
    private final List<T> wanted;

    OrderedValues(List<String> written, Relation relation, Function<String, Optional<T>> reader) {
        this.reader = reader;
        this.relation = relation;
        wanted = written.stream().flatMap(text -> reader.apply(text).stream()).toList();
    }

    @Override
    public boolean match(String given, RequestView request) {
        Optional<T> value = reader.apply(given);
        if (value.isEmpty()) {
            return false;
        }
        for (int i = 0; i < wanted.size(); i++) {
            if (relation.holds(value.get().compareTo(wanted.get(i)))) {
                return true;
            }
        }
        return false;
    }
}
